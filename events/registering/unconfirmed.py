"""Seats that one client holds without having confirmed an address: a few, or a forum would be full of nobody.

Which registrations came from where is known to the cache alone, and not for longer than a seat can be held.
"""

from datetime import timedelta

from django.core.cache import cache

from core.rate_limit import client_key
from events.enums import SeatState
from events.models import Registration, Seat

MOST = 10
LONGEST_HOLD = int(timedelta(days=14).total_seconds())


def holds_too_many(request, more: int) -> bool:
    """Whether so many more would be too many; who holds none may send any form."""
    held = Seat.objects.filter(attendee__registration__in=_known(request), state=SeatState.HELD).count()
    return bool(held) and held + more > MOST


def note(request, registration: Registration) -> None:
    """To be counted as long as its seats are held."""
    cache.set(_key(request), [*_known(request), registration.pk][-MOST * 10 :], LONGEST_HOLD)


def _known(request) -> list[int]:
    return cache.get(_key(request), [])


def _key(request) -> str:
    return f"unconfirmed:{client_key(request)}"
