"""How many seats a part has left, and until when one is held or offered. Asked under the lock that seats.py takes."""

from datetime import datetime, timedelta

from events.models import EventPart, Seat

LAST_DAYS, LAST_HOURS = timedelta(days=2), timedelta(hours=3)
"""Near the beginning nobody may let an offered seat lie for long."""


def free_seats(part: EventPart, reserved: bool = False) -> int | None:
    """How many are left of those for everybody, or of the kept ones; None when there is no end of them. Less than
    none when the host put up fewer seats than were given already."""
    if part.capacity is None:
        return None
    limit = min(part.reserved, part.capacity) if reserved else part.for_everybody
    return limit - Seat.objects.filter(part=part, is_reserved=reserved).taking().count()


def to_be_had(part: EventPart) -> int | None:
    """How many seats somebody new would get now: none while others stand in line for them."""
    free = free_seats(part)
    return free if free is None else 0 if part.seats.in_line().exists() else max(free, 0)


def offered_until(part: EventPart, now: datetime) -> datetime | None:
    """How long the first in line may think; None: gets the seat at once."""
    hours = timedelta(hours=part.event.offer_hours)
    if part.starts_at - now <= LAST_DAYS:
        hours = min(hours, LAST_HOURS)
    return min(now + hours, part.offers_end_at) if hours else None


def is_room(part: EventPart, reserved: bool) -> bool:
    free = free_seats(part, reserved)
    return free is None or free > 0


def held_until(part: EventPart, now: datetime) -> datetime:
    """So long the e-mail may stay unconfirmed, for a seat and for a place in line."""
    return min(now + timedelta(hours=part.event.hold_hours), part.over_at)
