"""The waiting list: the first in line first, for a time, then the next."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import OutgoingMail
from core.regularly import tick
from events.models import Event, EventPart, Seat
from events.registering import seats, words
from tests.factories.events import make_event, make_part, make_registration, seat_of, states

pytestmark = pytest.mark.django_db


def line(part, waiting):
    """A part with all its seats given and so many in line."""
    seated = [make_registration(part, "Има място") for _ in range(part.capacity)]
    return seated, [make_registration(part, f"Чака {number}") for number in range(waiting)]


def test_the_offer_goes_down_the_line(part):
    (first, _second), (next_one, after) = line(part, 2)
    assert [words.number_in_line(seat_of(each)) for each in (next_one, after)] == [1, 2]
    seats.cancel(first)
    assert words.number_in_line(seat_of(after)) == 1
    until = seat_of(next_one).until
    assert timedelta(hours=23) < until - timezone.now() <= timedelta(hours=24)
    assert seats.expire(until) == 1
    assert states(part)[2:] == ["expired", "offered"]
    assert seats.expire(until) == 0
    seats.accept(seat_of(after))
    assert states(part) == ["cancelled", "confirmed", "expired", "confirmed"]


@pytest.mark.parametrize(
    "begins_in, hours, expected",
    [
        (timedelta(days=30), 24, timedelta(hours=24)),
        (timedelta(days=30), 72, timedelta(hours=72)),
        (timedelta(hours=40), 24, timedelta(hours=3)),
        (timedelta(hours=40), 2, timedelta(hours=2)),
        (timedelta(hours=1), 24, timedelta(hours=1)),
        (timedelta(days=30), 0, None),
        (timedelta(hours=1), 0, None),
    ],
)
def test_how_long_an_offer_stands(homes, begins_in, hours, expected):
    now = timezone.now()
    part = make_part(make_event(starts_at=now + begins_in, offer_hours=hours))
    until = seats.offered_until(part, now)
    assert (until - now if until else None) == expected


def test_no_time_to_think_means_a_seat_at_once(part):
    Event.objects.update(offer_hours=0)
    (first, _second), (waiting,) = line(part, 1)
    seats.cancel(first)
    assert seat_of(waiting).state == "confirmed"
    assert OutgoingMail.objects.filter(key__contains=":given:").count() == 1


def test_who_has_not_confirmed_the_e_mail_is_passed_over_until_then(part):
    (first, second), _ = line(part, 0)
    unconfirmed = make_registration(part, "Без потвърждение", confirmed_at=None)
    confirmed = make_registration(part, "Потвърден")
    seats.cancel(first)
    assert (seat_of(unconfirmed).state, seat_of(confirmed).state) == ("waiting", "offered")
    seats.cancel(second)
    assert seat_of(unconfirmed).state == "waiting"
    seats.confirm(unconfirmed)
    assert seat_of(unconfirmed).state == "offered", "the seat that was free waited for nobody else"


def test_who_never_confirms_leaves_the_line(part):
    line(part, 0)
    unconfirmed = make_registration(part, confirmed_at=None)
    assert seats.expire(timezone.now() + timedelta(hours=25)) == 1
    assert seat_of(unconfirmed).state == "expired"


def test_nobody_overtakes_those_in_line(part):
    (first, _second), (waiting,) = line(part, 1)
    Seat.objects.filter(pk=seat_of(first).pk).update(state="cancelled")
    newcomer = make_registration(part, "Нов")
    assert seat_of(newcomer).state == "waiting"
    seats.promote([part.pk])
    assert (seat_of(waiting).state, seat_of(newcomer).state) == ("offered", "waiting")


def test_after_the_beginning_and_for_a_cancelled_event_nothing_is_offered(part):
    (first, second), (waiting,) = line(part, 1)
    Event.objects.update(state="cancelled")
    seats.cancel(first)
    Event.objects.update(state="announced")
    EventPart.objects.update(starts_at=timezone.now())
    seats.cancel(second)
    assert seat_of(waiting).state == "waiting"


def test_the_tick_offers_seats_that_were_put_up_and_lets_go_what_ran_out(part):
    _seated, (waiting,) = line(part, 1)
    tick.send(sender=None)
    assert seat_of(waiting).state == "waiting"
    EventPart.objects.update(capacity=3)
    tick.send(sender=None)
    assert seat_of(waiting).state == "offered"
    Seat.objects.filter(pk=seat_of(waiting).pk).update(until=timezone.now())
    tick.send(sender=None)
    assert seat_of(waiting).state == "expired"


def test_the_letters_of_the_line(part):
    (first, _second), _nobody = line(part, 0)
    waiting = make_registration(part, language="en")
    assert "No. 1 in line" in OutgoingMail.objects.get(key=f"registration:{waiting.pk}:registered").text
    seats.cancel(first)
    offer = OutgoingMail.objects.get(key__contains=":offered:")
    assert str(waiting.token) in offer.text and not offer.attachments
    seats.expire(seat_of(waiting).until)
    assert OutgoingMail.objects.filter(key__contains=":passed:").count() == 1


def test_who_cannot_be_written_to_has_the_seat_at_once(part):
    (first, _second), _nobody = line(part, 0)
    by_phone = make_registration(part, "Записан по телефона", email="", by_host=True)
    assert seat_of(by_phone).state == "waiting"
    seats.cancel(first)
    assert seat_of(by_phone).state == "confirmed"
