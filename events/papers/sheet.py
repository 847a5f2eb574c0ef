"""The sign-in sheet: who is expected, with room for signatures and for those who come without having registered."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.dates import period
from core.papers.about import organization_name
from core.papers.typeset import breakable, one_line, typeset
from events.models import Event, EventPart
from events.papers.about import about, place, when
from events.papers.people import Participant, participants

COLUMNS = {
    "number": gettext_lazy("No."),
    "name": gettext_lazy("Name and family name"),
    "organization": gettext_lazy("Organisation"),
    "position": gettext_lazy("Position"),
    "settlement": gettext_lazy("Settlement"),
    "phone": gettext_lazy("Phone"),
    "signature": gettext_lazy("Signature"),
}
USUAL = ("number", "name", "organization", "position", "signature")
UPRIGHT = 5
"""More columns than these lie on their side."""


def sheet(event: Event, part: EventPart | None, columns: list[str], empty_rows: int, code: str = "bg") -> bytes:
    """In Bulgarian unless asked for: it is signed in Bulgaria and read by a Bulgarian auditor."""
    with translation.override(code):
        people = participants(event, part, code)
        chosen = [column for column in COLUMNS if column in columns]
        data = about(event, code)
        data["words"] |= {
            "title": _("Sign-in sheet"),
            "kept-by": _("The sheet was kept by"),
            "certified-by": _("Certified by (name, position, signature)"),
            "page": _("page"),
            "of": _("of"),
            "privacy": _("The host collects these data to account for the event."),
        }
        data |= {
            "part": _part_line(part, code) if part else "",
            "facts": _facts(event, len(people), code),
            "columns": [(column, str(COLUMNS[column])) for column in chosen],
            "wide": len(chosen) > UPRIGHT,
            "rows": [_row(number, person) for number, person in enumerate(people, 1)]
            + [_empty(number) for number in range(len(people) + 1, len(people) + 1 + empty_rows)],
        }
    return typeset("sheet", data)


def _part_line(part: EventPart, code: str) -> str:
    return f"{one_line(part.name_in(code).text)}, {period(part.starts_at, part.ends_at)}"


def _facts(event: Event, number: int, code: str) -> list[tuple[str, str]]:
    facts = [
        (_("When"), when(event)),
        (_("Where"), place(event, code)),
        (_("Host"), organization_name(event.organization, code)),
        (_("Registered"), str(number)),
    ]
    return [(name, value) for name, value in facts if value]


def _row(number: int, person: Participant) -> dict:
    return {
        "number": str(number),
        "name": breakable(person.name),
        "organization": breakable(person.organization),
        "position": breakable(one_line(person.attendee.position)),
        "settlement": breakable(person.settlement),
        "phone": one_line(person.attendee.registration.phone),
    }


def _empty(number: int) -> dict:
    return dict.fromkeys(COLUMNS, "") | {"number": str(number)}
