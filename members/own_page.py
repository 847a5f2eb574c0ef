"""What other apps show on a person's own page, such as the events somebody is registered for. Each registers its part
when it is ready, so that this app need not know it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from members.models import User

_registered: dict[str, "OwnPart"] = {}


@dataclass(frozen=True)
class OwnPart:
    """`fill(person)` gives what its template shows, in the language that is read; a few queries at most. The heading
    and the place in the menu beside the page are made here."""

    anchor: str
    title: str | Promise
    template: str
    order: int
    fill: Callable[[User], dict]


def register(part: OwnPart) -> None:
    _registered[part.anchor] = part


def filled(person: User) -> list[dict]:
    """The parts in their order, each with its values."""
    parts = sorted(_registered.values(), key=lambda part: part.order)
    return [
        {"anchor": part.anchor, "title": part.title, "template": part.template} | part.fill(person) for part in parts
    ]
