"""The one place where seats change hands. Never one seat too many.

Every change first locks the parts it touches, in the order of their keys, and only then looks at seats: who comes
second waits, and sees what the first did. What cannot be is a ValidationError with words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.codes import new_code
from events.enums import OVER, SeatState
from events.models import Attendee, EventPart, Registration, Seat
from events.registering import letters
from events.registering.answers import attach_files
from events.registering.known import remember
from events.registering.locks import lock, lock_all, lock_of, lock_seats, locked, seats_with_people
from events.registering.merging import move_what_hangs_on, take_over, unite
from events.registering.refusals import Refused, check_not_off, check_open, is_off
from events.registering.room import free_seats, held_until, is_room, offered_until


@dataclass
class Person:
    """Somebody who is to come: to which parts (by key), with which answers for each."""

    name: str
    position: str = ""
    answers: dict[int, dict] = field(default_factory=dict)


def take(registration: Registration, people: list[Person], by_host: bool = False, reserved: bool = False):
    """Save a form that came in and give seats, or places in line. The same form again finds the first registration.

    The e-mail is confirmed when `confirmed_at` says so. The host may register before, after and beyond what is open
    to others; kept seats are the host's alone to give.
    """
    with transaction.atomic():
        parts = lock(pk for person in people for pk in person.answers)
        now = timezone.now()
        if (found := Registration.objects.filter(key=registration.key).first()) is not None:
            return found
        for part in parts.values():
            check_open(part, registration, now, by_host)
            remember(part.event)
        registration.save()
        for person in people:
            attendee = Attendee.objects.create(registration=registration, name=person.name, position=person.position)
            for pk, answers in person.answers.items():
                _give(Seat(attendee=attendee, part=parts[pk], answers=answers, is_reserved=reserved), registration, now)
        attach_files(registration, people)
        if registration.confirmed_at:
            letters.registered(registration)
        else:
            letters.confirm(registration)
        return registration


@transaction.atomic
def confirm(registration: Registration) -> None:
    """The e-mail is shown to be the person's own. A seat that was let go meanwhile is asked for anew."""
    parts = lock_of(registration)
    registration.refresh_from_db()
    if registration.confirmed_at or registration.erased_at or registration.merged_into_id:
        return
    check_not_off(parts.values())
    now = registration.confirmed_at = timezone.now()
    registration.save(update_fields=["confirmed_at"])
    for seat in seats_with_people(attendee__registration=registration):
        part = parts[seat.part_id]
        if seat.state == SeatState.HELD:
            _set(seat, _seated(part))
        elif seat.state == SeatState.WAITING:
            _set(seat, SeatState.WAITING)
        elif seat.state == SeatState.EXPIRED and part.over_at > now:
            seat.queued_at = now
            _give(seat, registration, now)
    letters.registered(registration)
    _promote(parts.values(), now)


@transaction.atomic
def approve(seat: Seat) -> None:
    """The host says yes."""
    seat, part = locked(seat)
    check_not_off([part])
    if seat.state != SeatState.ASKED:
        raise Refused(_("This was decided already."))
    _set(seat, SeatState.CONFIRMED)
    letters.approved(seat)


@transaction.atomic
def decline(seat: Seat, reason: str = "") -> None:
    """The host says no; the seat is free for the next."""
    seat, part = locked(seat)
    if seat.state in OVER:
        raise Refused(_("This was decided already."))
    _set(seat, SeatState.DECLINED)
    letters.declined(seat, reason)
    _promote([part], timezone.now())


@transaction.atomic
def seat_at_once(seat: Seat) -> None:
    """The host gives a seat out of turn: to who waits, cancelled or did not confirm. Only a seat that is there."""
    seat, part = locked(seat)
    check_not_off([part])
    if seat.state == SeatState.CONFIRMED:
        raise Refused(_("This was decided already."))
    if not seat.is_taking and not is_room(part, seat.is_reserved):
        raise Refused(_("No seat is free. Raise the number of seats first, or cancel another one."))
    _set(seat, SeatState.CONFIRMED)
    letters.given(seat)


@transaction.atomic
def cancel(registration: Registration, attendee: Attendee | None = None, by_host: bool = False) -> int:
    """All seats of a form, or of one person on it. Returns how many were given back."""
    parts = lock_of(registration)
    seats = seats_with_people(attendee__registration=registration).exclude(state__in=OVER)
    given_back = list(seats.filter(attendee=attendee) if attendee else seats)
    return _give_back(given_back, parts.values(), by_host)


@transaction.atomic
def cancel_seat(seat: Seat, by_host: bool = False) -> int:
    """One person at one part: an offer that is not wanted, too."""
    seat, part = locked(seat)
    return _give_back([] if seat.is_over else [seat], [part], by_host)


@transaction.atomic
def transfer(attendee: Attendee, name: str, position: str, email: str) -> Registration:
    """To a colleague: the same seats under another name, with another address and code. The old link and the old code
    open nothing of it any more."""
    given_by = attendee.registration
    check_not_off(lock(attendee.seats.values_list("part", flat=True)).values())
    attendee = Attendee.objects.select_for_update(of=("self",)).filter(pk=attendee.pk).first()
    has_seat = attendee and attendee.seats.filter(state__in=(SeatState.CONFIRMED, SeatState.ASKED)).exists()
    if not has_seat or attendee.registration_id != given_by.pk:
        raise Refused(_("There is no seat to pass on."))
    taken_over = Registration.objects.create(
        event_id=given_by.event_id,
        key=f"transfer:{attendee.code}",
        organization_id=given_by.organization_id,
        organization_name=given_by.organization_name,
        name=name,
        email=email,
        language=given_by.language,
        source=given_by.source,
    )
    attendee.registration, attendee.name, attendee.position = taken_over, name, position
    attendee.code = new_code()
    attendee.save()
    letters.passed_on(given_by, taken_over)
    return taken_over


@transaction.atomic
def accept(seat: Seat) -> None:
    """Who waited takes the seat that was offered."""
    seat, part = locked(seat)
    check_not_off([part])
    if seat.state == SeatState.CONFIRMED:
        return
    if seat.state != SeatState.OFFERED or seat.until <= timezone.now():
        raise Refused(_("The time to take this seat is over."))
    _set(seat, _seated(part))
    letters.given(seat)


@transaction.atomic
def promote(part_keys: Iterable[int]) -> None:
    """Offer what is free to the first in line; after more seats were put up, for example."""
    _promote(lock(part_keys).values(), timezone.now())


@transaction.atomic
def merge(kept: Registration, others: Iterable[Registration], same: dict[int, int], user=None) -> bool:
    """Several forms that mean the same become the one that is kept. `same` says who of the others (key of the attendee)
    is who; whoever it does not name comes along. Of two seats at one part the better one is left, and what becomes
    free goes to the next in line. False when it was done before."""
    parts, now = lock_all(kept.event_id), timezone.now()
    keys = {kept.pk, *(other.pk for other in others)}
    found = Registration.objects.select_for_update(of=("self",)).filter(pk__in=keys, event=kept.event_id)
    forms = {form.pk: form for form in found.order_by("pk")}
    kept = forms.pop(kept.pk)
    if kept.merged_into_id or kept.erased_at or any(form.erased_at for form in forms.values()):
        raise Refused(_("One of these registrations is not there any more. Please look at them once more."))
    going = [form for form in forms.values() if form.merged_into_id is None]
    lock_seats(keys)
    people = {attendee.pk: attendee for attendee in kept.attendees.all()}
    for form in going:
        for attendee in list(form.attendees.all()):
            twin = people[attendee.pk] = people.get(same.get(attendee.pk), attendee)
            if twin is attendee:
                attendee.registration = kept
                attendee.save(update_fields=["registration"])
            else:
                _hand_over(attendee, twin)
        take_over(kept, form, user, now)
    for seat in seats_with_people(attendee__registration=kept, until__isnull=False) if kept.confirmed_at else ():
        if seat.state in (SeatState.HELD, SeatState.WAITING):
            _set(seat, _seated(parts[seat.part_id]) if seat.state == SeatState.HELD else SeatState.WAITING)
    if going:
        letters.merged(kept, going)
        _promote(parts.values(), now)
    return bool(going)


def _hand_over(attendee: Attendee, twin: Attendee) -> None:
    """What one person has goes to the same person on the form that is kept."""
    own = {seat.part_id: seat for seat in Seat.objects.filter(attendee=twin)}
    for seat in Seat.objects.filter(attendee=attendee).order_by("pk"):
        if (first := own.get(seat.part_id)) is None:
            seat.attendee = twin
            seat.save(update_fields=["attendee"])
        else:
            unite(first, seat)
            first.save()
            seat.presses.update(seat=first)
            seat.delete()
    move_what_hangs_on(attendee, twin)
    attendee.delete()


def expire(moment: datetime) -> int:
    """Seats that were held or offered and not taken in time go to the next. Safe to run twice and by two at once."""
    run_out = Seat.objects.run_out_at(moment).order_by("part").values_list("part", flat=True).distinct()
    return sum(_expire_in(pk, moment) for pk in list(run_out))


@transaction.atomic
def _expire_in(part_pk: int, moment: datetime) -> int:
    (part,) = lock([part_pk]).values()
    seats = list(seats_with_people(part=part).run_out_at(moment))
    for seat in seats:
        was_offered, until = seat.state == SeatState.OFFERED, seat.until
        _set(seat, SeatState.EXPIRED)
        letters.let_pass(seat, was_offered, until)
    _promote([part], moment)
    return len(seats)


def _give(seat: Seat, registration: Registration, now: datetime) -> None:
    """A seat if there is one and nobody stands before; a kept seat is there or not, one does not wait for it."""
    part = seat.part
    if not is_room(part, seat.is_reserved) or (not seat.is_reserved and part.seats.in_line().exists()):
        if seat.is_reserved:
            raise Refused(_("All the kept seats of “%(part)s” are given."), params={"part": part.name})
        _set(seat, SeatState.WAITING, None if registration.confirmed_at else held_until(part, now))
    elif seat.is_reserved:
        _set(seat, SeatState.CONFIRMED)
    elif registration.confirmed_at:
        by_host = registration.source != Registration.Source.WEB
        _set(seat, SeatState.CONFIRMED if by_host else _seated(part))
    else:
        _set(seat, SeatState.HELD, held_until(part, now))


def _seated(part: EventPart) -> str:
    return SeatState.ASKED if part.needs_approval else SeatState.CONFIRMED


def _set(seat: Seat, state: str, until: datetime | None = None) -> None:
    seat.state, seat.until = state, until
    seat.save()


def _promote(parts: Iterable[EventPart], now: datetime) -> None:
    for part in parts:
        if part.offers_end_at <= now or is_off(part):
            continue
        free = free_seats(part)
        if free is not None and free <= 0:
            continue
        first = seats_with_people(part=part).in_line()
        for seat in list(first if free is None else first[:free]):
            seat.part = part
            if until := seat.attendee.registration.email and offered_until(part, now):  # else nobody hears of it
                _set(seat, SeatState.OFFERED, until)
                letters.offered(seat)
            else:
                _set(seat, _seated(part))
                letters.given(seat)


def _give_back(seats: list[Seat], parts: Iterable[EventPart], by_host: bool) -> int:
    for seat in seats:
        _set(seat, SeatState.CANCELLED)
    if seats:
        letters.cancelled(seats, by_host)
        _promote(parts, timezone.now())
    return len(seats)
