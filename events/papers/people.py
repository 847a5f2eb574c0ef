"""Who stands on the papers of an event: everybody with a seat, by name."""

from dataclasses import dataclass
from itertools import groupby

from core.papers.about import organization_name
from core.papers.typeset import one_line
from core.typography import sort_key
from events.enums import SeatState
from events.models import Event, Seat


@dataclass
class Participant:
    attendee: object
    parts: list
    organization: str
    settlement: str

    @property
    def name(self) -> str:
        return one_line(self.attendee.name)


def participants(event: Event, part=None, code: str = "bg") -> list[Participant]:
    """One row for each person, whatever number of parts she comes to; two queries at most."""
    seats = Seat.objects.filter(part__event=event, state=SeatState.CONFIRMED).exclude(attendee__name="")
    if part is not None:
        seats = seats.filter(part=part)
    beside = seats.select_related("part", "attendee__registration__organization__settlement")
    found = []
    for _pk, group in groupby(beside.order_by("attendee", "part__sort_order", "part"), lambda seat: seat.attendee_id):
        own = list(group)
        attendee, registration = own[0].attendee, own[0].attendee.registration
        organization = registration.organization
        settlement = organization.settlement if organization and organization.settlement_id else None
        found.append(
            Participant(
                attendee,
                [seat.part for seat in own],
                organization_name(organization, code) if organization else one_line(registration.organization_name),
                settlement.written(code) if settlement else "",
            )
        )
    return sorted(found, key=lambda person: (sort_key(person.name), person.attendee.pk))
