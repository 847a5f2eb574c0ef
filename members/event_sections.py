"""What other apps show on the page of an event, such as the courses that belong to it. Each registers itself when it is
ready, so that the app of events need not know it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet
from django.db.models.expressions import Combinable
from django.utils.functional import Promise

_registered: dict[str, "Section"] = {}


@dataclass(frozen=True)
class Section:
    """`exists(event)` is an expression: whether there is anything for some reader; it is asked together with the event,
    so that the others cost no query. `fill(event, user, code)` gives what the template shows to this reader, or None.
    Both know the event by its key."""

    anchor: str
    title: str | Promise
    template: str
    order: int
    exists: Callable[[F], Combinable]
    fill: Callable[[int, object, str], dict | None]


def register(section: Section) -> None:
    _registered[section.anchor] = section


def asked_together(events: QuerySet) -> QuerySet:
    return events.annotate(**{_flag(anchor): one.exists(OuterRef("pk")) for anchor, one in _registered.items()})


def filled(event, user, code: str) -> list[dict]:
    """The sections that have something to show on an event found by `asked_together`, in their order."""
    found = []
    for one in sorted(_registered.values(), key=lambda one: one.order):
        values = one.fill(event.pk, user, code) if getattr(event, _flag(one.anchor), False) else None
        if values is not None:
            found.append({"anchor": one.anchor, "title": one.title, "template": one.template} | values)
    return found


def _flag(anchor: str) -> str:
    return f"has_{anchor}"
