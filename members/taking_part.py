"""Which events a person takes part in, for apps that keep something for participants.

The app of events tells it with `tell`; nobody else needs to know how seats and registrations are kept.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from core.written import Written

_events_of: Callable | None = None
_people_of: Callable | None = None
_told_of: Callable | None = None


class Told(NamedTuple):
    """What readers are told of an event elsewhere."""

    title: Written
    url: str


def tell(events_of: Callable, people_of: Callable, told_of: Callable) -> None:
    """`events_of(user)` gives the keys of events, best as a queryset; `people_of(event)` the people with a profile who
    take part in one, by its key; `told_of(event, user, code)` its title and address for who may read of it, else
    None."""
    global _events_of, _people_of, _told_of
    _events_of, _people_of, _told_of = events_of, people_of, told_of


def events_of(user) -> Iterable[int]:
    return _events_of(user) if _events_of and user is not None and user.is_authenticated else []


def people_of(event: int) -> Iterable:
    return _people_of(event) if _people_of else []


def told_of(event: int | None, user, code: str) -> Told | None:
    return _told_of(event, user, code) if _told_of and event is not None else None
