"""What other apps show on the profile of an organisation: its news, offers, events, materials. Each registers itself
when it is ready, so that this app need not know it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from members.models import Organization

_registered: dict[str, "Section"] = {}


@dataclass(frozen=True)
class Section:
    """`fill(organization, code)` gives what its template shows, or None when there is nothing to show.

    Besides its own values it may give `more_url` and `more` for the link at the end of the heading, and `pictured`:
    things with a `picture_id`, to which the page then gives their pictures. It must stay within two queries however
    much there is, and show only what everybody may read.
    """

    anchor: str
    title: str | Promise
    template: str
    order: int
    fill: Callable[[Organization, str], dict | None]


def register(section: Section) -> None:
    _registered[section.anchor] = section


def filled(organization: Organization, code: str) -> list[dict]:
    """The sections that have something to show, in their order."""
    found = []
    for section in sorted(_registered.values(), key=lambda section: section.order):
        values = section.fill(organization, code)
        if values is not None:
            found.append({"anchor": section.anchor, "title": section.title, "template": section.template} | values)
    return found
