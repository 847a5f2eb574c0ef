"""An event with two parts and people who are registered for it, as tests of the day and of afterwards need it."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.utils import timezone

from events.enums import SeatState
from events.models import Attendee, Registration, Seat
from tests.factories.events import make_event, make_part

_number = count(1)


def held_event(title_bg="Форум на село", **fields):
    """Began two hours ago, ended an hour ago."""
    now = timezone.now().replace(microsecond=0)
    times = {"starts_at": now - timedelta(hours=2), "ends_at": now - timedelta(hours=1)}
    return make_event(title_bg, **(times | fields))


def register(event, part, *names, came=False, state=SeatState.CONFIRMED, **fields):
    """One registration for these people; returns their seats."""
    number = next(_number)
    given = {"email": f"gost{number}@example.org", "name": names[0], "confirmed_at": timezone.now()} | fields
    registration = Registration.objects.create(event=event, key=str(uuid4()), **given)
    people = [Attendee.objects.create(registration=registration, name=name) for name in names]
    came_at = timezone.now().replace(microsecond=0) if came else None
    return [Seat.objects.create(attendee=person, part=part, state=state, came_at=came_at) for person in people]


def forum_part(event, **fields):
    return make_part(event, "Форум", **fields)
