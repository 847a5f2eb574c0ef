"""Seats: never one too many, nobody thrown out, nothing done twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import OutgoingMail
from events.models import Event, EventPart, Registration, Seat
from events.registering import seats
from events.registering.seats import Person, Refused
from tests.factories.events import make_event, make_part, make_registration, seat_of, states

pytestmark = pytest.mark.django_db


def test_seats_are_given_until_they_are_gone_and_then_one_waits(part):
    for number in range(4):
        make_registration(part, f"Човек {number}")
    assert states(part) == ["confirmed", "confirmed", "waiting", "waiting"]


def test_of_several_on_one_form_the_last_wait(part):
    three = [Person(f"Човек {number}", "", {part.pk: {}}) for number in range(3)]
    make_registration(part, people=three)
    assert states(part) == ["confirmed", "confirmed", "waiting"]


def test_an_unconfirmed_e_mail_holds_a_seat_for_a_time_and_then_loses_it_to_the_next(part):
    make_registration(part)
    held = make_registration(part, confirmed_at=None)
    waiting = make_registration(part)
    seat = seat_of(held)
    assert seat.state == "held" and timedelta(hours=23) < seat.until - timezone.now() <= timedelta(hours=24)
    assert seat_of(waiting).state == "waiting"
    assert seats.expire(timezone.now() + timedelta(hours=23)) == 0
    assert seats.expire(timezone.now() + timedelta(hours=25)) == 1
    assert seat_of(held).state == "expired" and seat_of(waiting).state == "offered"
    assert seats.expire(seat_of(waiting).until - timedelta(seconds=1)) == 0


def test_confirming_late_gets_a_seat_that_is_left_or_a_place_in_line(part):
    late, too_late = make_registration(part, confirmed_at=None), make_registration(part, confirmed_at=None)
    seats.expire(timezone.now() + timedelta(hours=25))
    make_registration(part)
    seats.confirm(late)
    seats.confirm(too_late)
    assert (seat_of(late).state, seat_of(too_late).state) == ("confirmed", "waiting")


def test_confirming_twice_is_confirming_once(part):
    registration = make_registration(part, confirmed_at=None)
    seats.confirm(registration)
    seats.confirm(registration)
    assert seat_of(registration).state == "confirmed"
    assert OutgoingMail.objects.filter(key__contains=":registered").count() == 1


def test_the_same_form_twice_is_one_registration(part):
    first = make_registration(part, key="a")
    assert make_registration(part, key="a") == first
    assert Seat.objects.count() == 1


def test_where_the_host_approves_a_seat_is_kept_until_he_decides(part):
    EventPart.objects.update(needs_approval=True)
    part.refresh_from_db()
    one, two, three = (make_registration(part) for _ in range(3))
    assert states(part) == ["asked", "asked", "waiting"]
    seats.approve(seat_of(one))
    seats.decline(seat_of(two), "Само за МИГ.")
    assert states(part) == ["confirmed", "declined", "offered"]
    seats.accept(seat_of(three))
    assert seat_of(three).state == "asked"
    with pytest.raises(Refused):
        seats.approve(seat_of(one))
    assert "Само за МИГ." in OutgoingMail.objects.get(key__contains=":declined").text


def test_cancelling_gives_the_seat_to_the_first_in_line(part):
    first, _second, third, fourth = (make_registration(part, f"Човек {number}") for number in range(4))
    assert seats.cancel(first) == 1
    assert seats.cancel(first) == 0
    assert (seat_of(third).state, seat_of(fourth).state) == ("offered", "waiting")


def test_one_of_a_form_may_stay_away(part):
    two = [Person(f"Човек {number}", "", {part.pk: {}}) for number in range(2)]
    registration = make_registration(part, people=two)
    assert seats.cancel(registration, registration.attendees.first()) == 1
    assert states(part) == ["cancelled", "confirmed"]


def test_kept_seats_are_the_hosts_to_give_and_nobody_elses(forum):
    part = make_part(forum, capacity=2, reserved=1)
    make_registration(part)
    assert seat_of(make_registration(part)).state == "waiting"
    guest = make_registration(part, by_host=True, reserved=True)
    assert seat_of(guest).state == "confirmed"
    with pytest.raises(Refused):
        make_registration(part, by_host=True, reserved=True)
    assert part.seats.taking().count() == 2
    seats.cancel(guest)
    assert states(part)[1] == "waiting", "a kept seat goes to the host's next guest, not to the line"


def test_the_host_gives_a_seat_out_of_turn_only_when_there_is_one(part):
    first, _second, third, fourth = (make_registration(part) for _ in range(4))
    with pytest.raises(Refused):
        seats.seat_at_once(seat_of(fourth))
    Event.objects.update(offer_hours=0)
    seats.cancel(first)
    assert seat_of(third).state == "confirmed"
    EventPart.objects.update(capacity=3)
    seats.seat_at_once(seat_of(fourth))
    assert states(part) == ["cancelled", "confirmed", "confirmed", "confirmed"]


@pytest.mark.parametrize(
    "times",
    [
        {"opens_at": timezone.now() + timedelta(hours=1)},
        {"closes_at": timezone.now() - timedelta(hours=1)},
        {"starts_at": timezone.now() - timedelta(minutes=1)},
    ],
    ids=["not open yet", "closed", "begun"],
)
def test_outside_its_time_nobody_but_the_host_registers(forum, times):
    part = make_part(forum, **times)
    with pytest.raises(Refused):
        make_registration(part)
    assert seat_of(make_registration(part, by_host=True)).state == "confirmed"
    assert Registration.objects.count() == 1


def test_who_comes_late_registers_and_confirms_while_the_part_goes_on(homes, outbox):
    now = timezone.now()
    event = make_event(starts_at=now - timedelta(hours=2), ends_at=now + timedelta(hours=2))
    part = make_part(event, capacity=1, ends_at=now + timedelta(hours=1), closes_at=now + timedelta(hours=3))
    assert part.registration_ends_at == part.ends_at
    late = make_registration(part, confirmed_at=None)
    assert (seat_of(late).state, seat_of(late).until) == ("held", part.ends_at)
    waiting = make_registration(part)
    seats.confirm(late)
    assert seat_of(late).state == "confirmed"
    seats.cancel(late)
    assert seat_of(waiting).state == "offered" and seat_of(waiting).until <= part.ends_at
    EventPart.objects.update(ends_at=now)
    with pytest.raises(Refused):
        make_registration(EventPart.objects.get())


def test_a_held_seat_may_be_confirmed_after_the_beginning(part):
    held = make_registration(part, confirmed_at=None)
    EventPart.objects.update(starts_at=timezone.now() - timedelta(minutes=1))
    seats.expire(timezone.now())
    seats.confirm(held)
    assert seat_of(held).state == "confirmed"


def test_no_seat_of_a_cancelled_event_changes_hands(part):
    first, held = make_registration(part), make_registration(part, confirmed_at=None)
    offered = make_registration(part)
    seats.cancel(held)
    Event.objects.update(state="cancelled")
    for refused in (
        lambda: seats.accept(seat_of(offered)),
        lambda: seats.confirm(held),
        lambda: seats.transfer(seat_of(first).attendee, "Иван", "", "ivan@example.net"),
        lambda: seats.seat_at_once(seat_of(offered)),
    ):
        with pytest.raises(Refused, match="отменено|cancelled"):
            refused()
    assert states(part) == ["confirmed", "cancelled", "offered"]


def test_nobody_registers_for_what_is_cancelled_or_for_another_event(part):
    other = make_part(make_event("Друго", slug="drugo"))
    with pytest.raises(Refused):
        make_registration(part, people=[Person("Мария", "", {other.pk: {}})])
    Event.objects.update(state="cancelled")
    part.refresh_from_db()
    with pytest.raises(Refused):
        make_registration(part, by_host=True)
    assert not Registration.objects.exists()


def test_fewer_seats_than_are_taken_throw_nobody_out_and_offer_nothing(part):
    first, second, third = (make_registration(part) for _ in range(3))
    EventPart.objects.update(capacity=1)
    assert states(part) == ["confirmed", "confirmed", "waiting"]
    seats.cancel(first)
    assert (seat_of(second).state, seat_of(third).state) == ("confirmed", "waiting")


def test_more_seats_reach_those_who_wait(part):
    *_seated, third, fourth = (make_registration(part) for _ in range(4))
    EventPart.objects.update(capacity=3)
    seats.promote([part.pk])
    assert (seat_of(third).state, seat_of(fourth).state) == ("offered", "waiting")


def test_a_seat_passed_on_is_the_same_seat_under_another_name_link_and_code(part):
    registration = make_registration(part)
    seat = seat_of(registration)
    old_code = seat.attendee.code
    stale = seat.attendee
    taken_over = seats.transfer(seat.attendee, "Иван Колев", "счетоводител", "ivan@example.net")
    seat.refresh_from_db()
    attendee = seat.attendee.__class__.objects.get(pk=seat.attendee_id)
    assert (seat.state, attendee.name, attendee.registration) == ("confirmed", "Иван Колев", taken_over)
    assert attendee.code != old_code and taken_over.token != registration.token
    assert not registration.attendees.exists()
    with pytest.raises(Refused):
        seats.transfer(stale, "Друг", "", "drug@example.net")


def test_who_only_waits_has_nothing_to_pass_on(part):
    *_seated, third = (make_registration(part) for _ in range(3))
    with pytest.raises(Refused):
        seats.transfer(seat_of(third).attendee, "Иван", "", "ivan@example.net")


def test_an_older_revision_keeps_a_part_for_which_somebody_is_registered(forum):
    without = forum.save_revision()
    part = make_part(forum)
    make_registration(part)
    empty = make_part(forum, "Празна")
    without.publish()
    assert list(EventPart.objects.all()) == [part]
    assert not EventPart.objects.filter(pk=empty.pk).exists()
    assert Seat.objects.get().part == part


def test_a_part_that_was_new_in_a_revision_is_the_same_part_ever_after(forum):
    """The editor of a live event saves a part without a key; it must not be made anew with the next publishing."""
    forum.parts.add(EventPart(name_bg="Нова", starts_at=forum.starts_at))
    revision = forum.save_revision()
    revision.publish()
    part = EventPart.objects.get()
    make_registration(part)
    again = Event.objects.get().get_latest_revision_as_object()
    again.title_bg = "Друго заглавие"
    again.save_revision().publish()
    revision.publish()
    assert EventPart.objects.get() == part == Seat.objects.get().part
