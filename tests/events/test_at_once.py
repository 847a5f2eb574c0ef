"""Fifty at once: no seat too many, none lost, none given twice. Only a database server lets two work at a time."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone

from core.models import OutgoingMail
from events.certificates.giving import give
from events.certificates.replacing import replace
from events.checkin.presses import Press, take_in
from events.models import Attendee, Event, Mailing, Registration, Reminder, Seat
from events.registering import seats, telling
from tests.events.day import forum_part, held_event, register
from tests.factories.events import make_event, make_part, make_registration, seat_of

THREADS = 50
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


@pytest.fixture(autouse=True)
def outbox(settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"


def at_once(*work) -> list:
    """Runs all of it from fifty threads; what was refused counts as an answer too."""
    barrier = Barrier(min(THREADS, len(work)))

    def run(mine):
        answers = []
        try:
            barrier.wait(60)
            for one in mine:
                try:
                    answers.append(one())
                except seats.Refused as refusal:
                    answers.append(refusal)
        finally:
            connections.close_all()
        return answers

    shares = [work[number::THREADS] for number in range(min(THREADS, len(work)))]
    with ThreadPoolExecutor(len(shares)) as pool:
        return [answer for future in [pool.submit(run, share) for share in shares] for answer in future.result()]


def registering(part, number, **fields):
    return lambda: make_registration(part, f"Човек {number}", f"chovek{number}@example.net", **fields)


def counted(part) -> Counter:
    return Counter(Seat.objects.filter(part=part).values_list("state", flat=True))


def test_300_people_for_100_seats(homes):
    part = make_part(make_event(), capacity=100)
    at_once(*(registering(part, number) for number in range(300)))
    assert counted(part) == {"confirmed": 100, "waiting": 200}
    assert Registration.objects.count() == Attendee.objects.count() == 300
    assert len(set(Attendee.objects.values_list("code", flat=True))) == 300
    letters = Counter(to for letter in OutgoingMail.objects.all() for to in letter.to)
    assert len(letters) == 300 and set(letters.values()) == {1}


def test_cancelling_and_promoting_at_once(homes):
    part = make_part(make_event(offer_hours=0), capacity=50)
    seated = [make_registration(part, f"Има {number}") for number in range(50)]
    for number in range(40):
        make_registration(part, f"Чака {number}")
    cancelling = [lambda one=one: seats.cancel(one) for one in seated[:30]]
    promoting = [lambda: seats.promote([part.pk])] * 20
    coming = [registering(part, f"нов {number}") for number in range(10)]
    at_once(*cancelling, *promoting, *coming)
    assert counted(part) == {"confirmed": 50, "waiting": 20, "cancelled": 30}
    line = Seat.objects.filter(part=part, state="waiting").values_list("attendee__name", flat=True)
    assert sum(name.startswith("Човек нов") for name in line) == 10, "nobody overtakes those in line"


def test_offers_taken_cancelled_and_running_out_at_once(homes):
    part = make_part(make_event(), capacity=10)
    seated = [make_registration(part) for _ in range(10)]
    waiting = [make_registration(part) for _ in range(20)]
    for one in seated:
        seats.cancel(one)
    late = timezone.now() + timedelta(hours=25)
    offers = [seat_of(one) for one in waiting[:10]]
    assert {seat.state for seat in offers} == {"offered"}
    taking = [lambda seat=seat: seats.accept(seat) for seat in offers]
    leaving = [lambda one=one: seats.cancel(one) for one in waiting[:5]]
    at_once(*taking, *leaving, *[lambda: seats.expire(late)] * 10)
    found = counted(part)
    given = found["confirmed"] + found["offered"]
    assert given == 10 or (given < 10 and not found["waiting"]), "nobody waits while a seat is free"
    assert sum(found.values()) == 30


def test_the_same_form_from_fifty_threads_is_one_registration(homes):
    part = make_part(make_event(), capacity=100)
    key = str(uuid4())
    made = at_once(*[registering(part, 1, key=key)] * THREADS)
    assert len({registration.pk for registration in made}) == 1
    assert Seat.objects.count() == OutgoingMail.objects.count() == 1


def test_several_parts_in_any_order_do_not_wait_for_each_other_for_ever(homes):
    event = make_event()
    parts = [make_part(event, f"Част {number}", capacity=20) for number in range(3)]

    def both(number):
        chosen = parts if number % 2 else parts[::-1]
        people = [seats.Person(f"Човек {number}", "", {part.pk: {} for part in chosen})]
        return lambda: make_registration(parts[0], people=people)

    at_once(*(both(number) for number in range(THREADS)))
    assert all(counted(part) == {"confirmed": 20, "waiting": 30} for part in parts)


def test_the_host_and_the_person_decide_at_once(homes):
    part = make_part(make_event(), capacity=10, needs_approval=True)
    asked = [make_registration(part) for _ in range(10)]
    decided = [seat_of(one) for one in asked]
    approving = [lambda seat=seat: seats.approve(seat) for seat in decided]
    cancelling = [lambda one=one: seats.cancel(one) for one in asked]
    declining = [lambda seat=seat: seats.decline(seat) for seat in decided]
    at_once(*approving, *cancelling, *declining)
    found = counted(part)
    assert set(found) <= {"cancelled", "declined", "confirmed"} and sum(found.values()) == 10


def test_a_seat_passed_on_by_many_at_once_has_one_new_owner(homes):
    registration = make_registration(make_part(make_event()))
    attendee = Attendee.objects.select_related("registration").get()
    attendees = [Attendee.objects.select_related("registration").get() for _ in range(20)]
    at_once(*(lambda one=one: seats.transfer(one, "Колега", "", "kolega@example.net") for one in attendees))
    assert Registration.objects.exclude(pk=registration.pk).count() == 1
    assert Attendee.objects.get().pk == attendee.pk


def test_merging_from_both_sides_while_people_cancel_approve_and_pass_on(homes):
    part = make_part(make_event(offer_hours=0), capacity=2, needs_approval=True)
    one, two = (make_registration(part, email=f"{name}@example.net") for name in ("a", "b"))
    next_one = make_registration(part, "Чака Първа")
    people = [one.attendees.get(), two.attendees.get()]
    decided = [seat_of(one), seat_of(two)]
    there, back = {people[1].pk: people[0].pk}, {people[0].pk: people[1].pk}
    merging = [lambda: seats.merge(one, [two], there), lambda: seats.merge(two, [one], back)] * 10
    approving = [lambda seat=seat: seats.approve(seat) for seat in decided] * 5
    passing = [lambda one=one: seats.transfer(one, "Колега", "", "kolega@example.net") for one in people]
    at_once(*merging, *approving, *passing, lambda: seats.cancel(two))
    assert seat_of(next_one).state in ("asked", "waiting")
    assert Seat.objects.filter(part=part).taking().count() <= 2
    assert Registration.objects.exclude(merged_into=None).count() == 1


def test_a_phone_marks_both_seats_while_they_become_one(homes):
    """Nobody waits for the other for ever, whichever form stays."""
    part = make_part(make_event())
    pairs = [(make_registration(part), make_registration(part)) for _ in range(12)]
    work = []
    for one, two in pairs:
        there = [Press(uuid4(), seat_of(form).pk, True, timezone.now()) for form in (one, two)]
        same = {one.attendees.get().pk: two.attendees.get().pk}
        work.append(lambda one=one, two=two, same=same: seats.merge(two, [one], same))
        work += [lambda there=there: take_in(part.event, None, there, [])] * 3
    at_once(*work)
    assert counted(part) == {"confirmed": 12}


def test_certificates_made_and_corrected_while_registrations_are_merged(homes):
    """Nobody keeps two, and none is lost with a person who becomes another."""
    for number in range(4):
        event = held_event(f"Форум {number}", slug=f"forum-{number}")
        part = forum_part(event)
        first, *others = [register(event, part, f"Мария {n}", came=True)[0].attendee for n in range(6)]
        same = [(other.registration, {other.pk: first.pk}) for other in others]
        merging = [lambda to=first.registration, one=one, who=who: seats.merge(to, [one], who) for one, who in same]
        at_once(*merging, *[lambda event=event: give(event)] * 5)
        given = event.certificates.first()
        at_once(*[lambda given=given: replace(given, "Мария Иванова")] * 5)
        assert list(event.certificates.valid().values_list("attendee", "name")) == [(first.pk, "Мария Иванова")]


def test_reminders_and_changes_are_written_once_by_many_processes(homes):
    event = make_event()
    part = make_part(event)
    for number in range(5):
        registering(part, number)()
    telling.tell_changes(timezone.now())
    Reminder.objects.create(event=event, hours=24)
    Event.objects.update(state="moved")
    OutgoingMail.objects.all().delete()
    due = event.starts_at - timedelta(hours=24)
    at_once(*[lambda: telling.send_reminders(due)] * 20, *[lambda: telling.tell_changes(timezone.now())] * 20)
    assert Mailing.objects.count() == 2
    assert set(Counter(to for letter in OutgoingMail.objects.all() for to in letter.to).values()) == {2}
