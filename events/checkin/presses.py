"""Presses at the entrance, as they come from phones: late, twice, in any order, from several phones at once.

Each has a key of its own and the time at which it was made. The last by its time says whether somebody came.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.checkin.walk_ins import WalkIn, let_in
from events.enums import SeatState
from events.models import DoorPress, Event, Seat
from events.registering.seats import promote

AT_ONCE = 500
WRONG_CLOCK = timedelta(minutes=1)
BIGGEST_KEY = 2**31 - 1
WRONG = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


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
        put_back = _count(seats)
    if put_back:  # parts are locked before seats everywhere else: this waits until ours are let go
        promote(seat.part_id for seat in put_back)
    return refused


def _count(seats: dict[int, Seat]) -> list[Seat]:
    """The last press of each seat decides. Who was let in has a seat, whatever the list said before; when that is taken
    back she stands as she stood, also with the hour until which a seat was offered to her. Returns whose seat became
    free."""
    put_back = []
    last = {}
    for press in DoorPress.objects.filter(seat__in=seats).order_by("pressed_at", "id"):
        last[press.seat_id] = press
    for pk, press in last.items():
        seat = seats[pk]
        if press.came and seat.came_at == press.pressed_at:
            continue  # counted before; what the host did with the seat since then stays
        seat.came_at = press.pressed_at if press.came else None
        if press.came and seat.state != SeatState.CONFIRMED:
            seat.state, seat.let_in_from = SeatState.CONFIRMED, seat.state
        elif not press.came and seat.let_in_from:
            if seat.state == SeatState.CONFIRMED:
                seat.state = seat.let_in_from
                put_back.append(seat)
            seat.let_in_from = ""
    Seat.objects.bulk_update([seats[pk] for pk in last], ["came_at", "state", "let_in_from"])
    return put_back


@dataclass
class Sent:
    """What a phone gathered; `refused` says by key why an entry is not taken, so that the phone drops it."""

    presses: list[Press]
    walk_ins: list[WalkIn]
    refused: dict[str, str]

    @property
    def keys(self) -> set[str]:
        return {str(one.key) for one in (*self.presses, *self.walk_ins)}


def read(body: bytes) -> Sent:
    """What a phone sends, its clock set right by ours where it is wrong by more than a minute. One entry that cannot be
    read stops none of the others; raises Unreadable when there is nothing to go by."""
    try:
        said = json.loads(body)
        presses, walk_ins = said.get("presses", []), said.get("walk_ins", [])
        if not (isinstance(presses, list) and isinstance(walk_ins, list)) or len(presses) + len(walk_ins) > AT_ONCE:
            raise Unreadable
        now = timezone.now()
        ahead = _moment(said["now"]) - now
    except (*WRONG, RecursionError) as error:
        raise Unreadable from error
    wrong = ahead if abs(ahead) > WRONG_CLOCK else timedelta()

    def when(text: str) -> datetime:
        return min(_moment(text) - wrong, now)

    sent = Sent([], [], {})
    for entries, kept, read_one in ((presses, sent.presses, _press), (walk_ins, sent.walk_ins, _walk_in)):
        for one in entries:
            try:
                kept.append(read_one(one, when))
            except WRONG:
                if isinstance(one, dict) and isinstance(one.get("id"), str):
                    sent.refused[one["id"]] = _("The portal could not read what the phone sent.")
    return sent


def _press(one: dict, when: Callable[[str], datetime]) -> Press:
    return Press(UUID(one["id"]), _key(one["seat"]), one["came"] is True, when(one["at"]))


def _walk_in(one: dict, when: Callable[[str], datetime]) -> WalkIn:
    name, organization = str(one.get("name", "")), str(one.get("organization", ""))
    return WalkIn(UUID(one["id"]), name, organization, _key(one["part"]), when(one["at"]))


def _moment(text: str) -> datetime:
    """In UTC, in which moments are kept: at the edge of what can be counted the change itself fails."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise Unreadable
    return moment.astimezone(UTC)


def _key(key) -> int:
    if not 0 < (number := int(key)) <= BIGGEST_KEY:
        raise Unreadable
    return number
