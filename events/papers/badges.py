"""Badges, eight on a sheet of A4, with the code that the entrance reads."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.papers.codes import qr
from core.papers.typeset import one_line, typeset
from events.models import Event, EventPart
from events.papers.about import about
from events.papers.people import participants


def badges(event: Event, part: EventPart | None, code: str = "bg") -> bytes:
    with translation.override(code):
        data = about(event, code)
        data["words"] |= {"title": _("Badges")}
        data["people"] = [
            {
                "name": person.name,
                "organization": person.organization,
                "position": one_line(person.attendee.position),
                "parts": ", ".join(one_line(each.name_in(code).text) for each in person.parts),
                "code": person.attendee.code,
                "qr": qr(person.attendee.code),
            }
            for person in participants(event, part, code)
        ]
    return typeset("badges", data)
