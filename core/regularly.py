"""What apps want done again and again: `manage.py tick` calls it every half a minute, so it must be quick when there is
nothing to do, and harmless when it is done twice."""

from collections.abc import Callable

_tasks: list[Callable[[], None]] = []


def regularly(task: Callable[[], None]) -> Callable[[], None]:
    _tasks.append(task)
    return task


def do_all() -> None:
    for task in _tasks:
        task()
