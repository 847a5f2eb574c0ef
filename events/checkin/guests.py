"""The list at the entrance: everybody who may come, with a mark for each part."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.db.models import Count, Q
from django.utils import timezone

from core.dates import clock
from core.skeleton import keys
from core.typography import sort_key
from core.written import written
from events.enums import OVER, SeatState
from events.models import Attendee, Event, EventPart, Seat


@dataclass
class Guest:
    attendee: Attendee
    organization: str
    seats: list[Seat] = field(default_factory=list)

    @property
    def waits(self) -> str:
        """How she stands who has no seat yet; whoever is at the door decides."""
        states = {seat.state for seat in self.seats}
        return "" if SeatState.CONFIRMED in states else self.seats[0].get_state_display()


def guests(event: Event, code: str) -> list[Guest]:
    """By name; one query."""
    seats = Seat.objects.filter(part__event=event).exclude(state__in=OVER).exclude(attendee__name="")
    seats = seats.select_related("part", "attendee__registration__organization")
    seats = seats.order_by("attendee", "part__sort_order", "part")
    found = []
    for _pk, own in groupby(seats, lambda seat: seat.attendee_id):
        own = list(own)
        registration = own[0].attendee.registration
        found.append(Guest(own[0].attendee, _organization(registration, code), own))
    return sorted(found, key=lambda guest: (sort_key(guest.attendee.name), guest.attendee.pk))


def matching(found: list[Guest], query: str) -> list[Guest]:
    """Whose name or organisation has the words, in Cyrillic or in Latin letters."""
    asked = {key for key in keys(query) if key}
    if not asked:
        return found
    return [
        guest
        for guest in found
        if any(word in key for word in asked for key in keys(f"{guest.attendee.name} {guest.organization}"))
    ]


def parts_with_heads(event: Event) -> list[EventPart]:
    """The parts with `expected` and `came`."""
    registered = Q(seats__state=SeatState.CONFIRMED)
    return list(
        EventPart.objects.filter(event=event).annotate(
            expected=Count("seats", filter=registered),
            came=Count("seats", filter=registered & Q(seats__came_at__isnull=False)),
        )
    )


def heads(event: Event) -> dict:
    """How many people came to any part, and how many are expected."""
    confirmed = Q(state=SeatState.CONFIRMED)
    return Seat.objects.filter(part__event=event).aggregate(
        expected=Count("attendee", filter=confirmed, distinct=True),
        came=Count("attendee", filter=confirmed & Q(came_at__isnull=False), distinct=True),
    )


def part_of_the_hour(parts: list[EventPart], moment: datetime) -> EventPart | None:
    """Which one the door is open for: the last that begins within the next hour or has begun."""
    begun = [part for part in parts if (part.starts_at - moment).total_seconds() <= 3600]
    return begun[-1] if begun else next(iter(parts), None)


def state_of(event: Event) -> dict:
    """Everything that changes on the page, for a phone that asks again."""
    seats = Seat.objects.filter(part__event=event).exclude(state__in=OVER).values_list("pk", "came_at")
    return {
        "now": timezone.now().isoformat(),
        "seats": {pk: clock(came_at) if came_at else "" for pk, came_at in seats},
        "heads": heads(event),
        "parts": {part.pk: part.came for part in parts_with_heads(event)},
    }


def _organization(registration, code: str) -> str:
    own = registration.organization
    return written(own.name_bg, own.name_en, code, in_latin=True).text if own else registration.organization_name
