"""Presses at the entrance, as they come from phones: late, twice, in any order, from several phones at once.

Each has a key of its own and the time at which it was made. The last by its time says whether somebody came.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.checkin.walk_ins import WalkIn, let_in
from events.enums import SeatState
from events.models import DoorPress, Event, Seat

AT_ONCE = 500
WRONG_CLOCK = timedelta(minutes=1)
BIGGEST_KEY = 2**31 - 1


@dataclass(frozen=True)
class Press:
    key: UUID
    seat: int
    came: bool
    at: datetime


class Unreadable(ValueError):
    """What came is not what the page sends."""


def take_in(event: Event, person, presses: list[Press], walk_ins: list[WalkIn]) -> dict[str, str]:
    """Keeps what is new; safe to send again. Answers why not, by key, for what does not belong to this event."""
    refused = {}
    with transaction.atomic():
        for walk_in in walk_ins:
            if problem := let_in(event, person, walk_in):
                refused[str(walk_in.key)] = problem
        asked = {press.seat for press in presses}
        locked = Seat.objects.select_for_update(of=("self",)).filter(pk__in=asked, part__event=event).order_by("pk")
        seats = {seat.pk: seat for seat in locked}
        known = [press for press in presses if press.seat in seats]
        refused |= {str(press.key): _("Not a guest of this event.") for press in presses if press.seat not in seats}
        DoorPress.objects.bulk_create(
            [
                DoorPress(id=press.key, seat_id=press.seat, came=press.came, pressed_at=press.at, person=person)
                for press in known
            ],
            ignore_conflicts=True,
        )
        _count(seats)
    return refused


def _count(seats: dict[int, Seat]) -> None:
    """The last press of each seat decides. Who was let in has a seat, whatever the list said before."""
    last = {}
    for press in DoorPress.objects.filter(seat__in=seats).order_by("pressed_at", "id"):
        last[press.seat_id] = press
    for pk, press in last.items():
        seat = seats[pk]
        seat.came_at = press.pressed_at if press.came else None
        if press.came:
            seat.state, seat.until = SeatState.CONFIRMED, None
    Seat.objects.bulk_update([seats[pk] for pk in last], ["came_at", "state", "until"])


def read(sent: dict) -> tuple[list[Press], list[WalkIn]]:
    """What a phone sends, its clock set right by ours where it is wrong by more than a minute."""
    try:
        presses, walk_ins = sent.get("presses", []), sent.get("walk_ins", [])
        if len(presses) + len(walk_ins) > AT_ONCE:
            raise Unreadable
        now = timezone.now()
        ahead = _moment(sent["now"]) - now
        wrong = ahead if abs(ahead) > WRONG_CLOCK else timedelta()
        when = lambda text: min(_moment(text) - wrong, now)  # noqa: E731
        return (
            [Press(UUID(one["id"]), _seat(one["seat"]), one["came"] is True, when(one["at"])) for one in presses],
            [
                WalkIn(
                    UUID(one["id"]),
                    str(one.get("name", "")),
                    str(one.get("organization", "")),
                    _seat(one["part"]),
                    when(one["at"]),
                )
                for one in walk_ins
            ],
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Unreadable from error


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise Unreadable
    return moment


def _seat(key) -> int:
    if not 0 < (number := int(key)) <= BIGGEST_KEY:
        raise Unreadable
    return number
