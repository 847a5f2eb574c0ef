"""Two registrations of the same people become one: no seat twice, none lost, nothing of what was said lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from core.models import OutgoingMail
from events.certificates.giving import give
from events.checkin.presses import Press, take_in
from events.models import AnswerFile, Attendee, Certificate, DoorPress, EventPart, OpinionAsked, Registration, Seat
from events.registering import answers, keys, merging, own_data, seats
from events.registering.seats import Person, Refused
from tests.events.registering import own
from tests.factories.events import make_event, make_part, make_registration, seat_of, states

pytestmark = pytest.mark.django_db


def merge(kept, *others, user=None):
    done = seats.merge(kept, others, merging.who_is_who(kept, list(others)), user)
    for one in (kept, *others):
        one.refresh_from_db()
    return done


def test_a_confirmed_seat_is_kept_over_a_waiting_one_whichever_form_stays(part):
    EventPart.objects.update(capacity=1)
    part.refresh_from_db()
    sure, waiting = make_registration(part), make_registration(part, "мария  ПЕТРОВА", "druga@example.net")
    assert states(part) == ["confirmed", "waiting"]
    assert merge(waiting, sure) and not merge(waiting, sure), "the second press does nothing"
    seat = seat_of(waiting)
    assert (seat.state, Seat.objects.count(), sure.merged_into) == ("confirmed", 1, waiting)
    assert OutgoingMail.objects.filter(key__contains=":merged").count() == 2


def test_the_seat_that_becomes_free_goes_to_the_first_in_line(part):
    first, again, next_one = make_registration(part), make_registration(part), make_registration(part, "Чака Първа")
    assert states(part) == ["confirmed", "confirmed", "waiting"]
    merge(first, again)
    assert (seat_of(first).state, seat_of(next_one).state) == ("confirmed", "offered")
    assert Seat.objects.filter(part=part).taking().count() == 2


@pytest.mark.parametrize("mine, other, left", [
    ("waiting", "offered", "offered"), ("asked", "confirmed", "confirmed"), ("cancelled", "asked", "asked"),
    ("declined", "held", "confirmed"), ("confirmed", "cancelled", "confirmed"), ("expired", "expired", "expired"),
])  # fmt: skip
def test_the_better_of_two_seats_is_left(part, mine, other, left):
    one, two = make_registration(part), make_registration(part)
    later = timezone.now() + timedelta(hours=5)
    Seat.objects.filter(pk=seat_of(one).pk).update(state=mine)
    Seat.objects.filter(pk=seat_of(two).pk).update(state=other, until=later if other in ("offered", "held") else None)
    merge(one, two)
    seat = seat_of(one)
    assert seat.state == left and (seat.until == later) == (left == "offered")


def test_a_seat_that_was_cancelled_after_she_came_takes_none_away(part):
    """Marked at the door on the wrong form, and put right by the host, before the forms become one."""
    one, two = make_registration(part), make_registration(part)
    Seat.objects.filter(pk=seat_of(two).pk).update(state="cancelled", came_at=timezone.now())
    merge(one, two)
    assert seat_of(one).state == "confirmed"


@pytest.mark.parametrize("stays", [0, 1])
def test_who_was_let_in_from_the_line_keeps_the_seat_of_her_other_form(part, stays):
    EventPart.objects.update(capacity=1)
    part.refresh_from_db()
    forms, now = [make_registration(part), make_registration(part)], timezone.now()
    assert states(part) == ["confirmed", "waiting"]
    take_in(part.event, None, [Press(uuid4(), seat_of(forms[1]).pk, True, now)], [])
    merge(forms[stays], forms[1 - stays])
    left = seat_of(forms[stays])
    assert left.came_at
    take_in(part.event, None, [Press(uuid4(), left.pk, False, now + timedelta(minutes=1))], [])
    left.refresh_from_db()
    assert (left.state, left.came_at) == ("confirmed", None)


def test_the_earlier_place_in_line_is_kept(part):
    EventPart.objects.update(capacity=1)
    part.refresh_from_db()
    make_registration(part, "Има място")
    early, between, late = (make_registration(part, name) for name in ("Мария Петрова", "Друг Човек", "Мария Петрова"))
    merge(late, early)
    assert Seat.objects.ahead_of(seat_of(between)).get().attendee.registration == late


def test_people_seats_answers_files_and_notes_come_along(part):
    press = make_part(part.event, "Пресконференция", capacity=9)
    asked = [("t", "text", "Какво ще ядете?"), ("f", "file", "Карта")]
    part.questions = [{"type": k, "id": i, "value": {"question_bg": q, "required": False}} for i, k, q in asked]
    part.save()
    kept = make_registration(part, phone="", note="Идваме с влак", people=[
        Person("Мария Петрова", "", {part.pk: {"t": "месо"}}), Person("Иван Иванов", "", {part.pk: {}}),
    ])  # fmt: skip
    file = AnswerFile(event=part.event, name="karta.txt")
    file.file.save("karta.txt", ContentFile(b"x"))
    told = {"file": str(file.key), "name": file.name}
    other = make_registration(part, phone="+359888123456", note="С пътна помощ", people=[
        Person("Мария Петрова", "Кмет", {part.pk: {"t": "риба", "f": told}, press.pk: {}}),
        Person("Георги Нов", "", {press.pk: {}}),
    ])  # fmt: skip
    merge(kept, other)
    assert list(kept.attendees.values_list("name", flat=True)) == ["Мария Петрова", "Иван Иванов", "Георги Нов"]
    maria = kept.attendees.get(name="Мария Петрова")
    assert set(maria.seats.values_list("part", flat=True)) == {part.pk, press.pk} and maria.position == "Кмет"
    said = answers.in_words(maria.seats.get(part=part), "bg")
    assert [(question, answer) for question, answer, _key in said] == [
        ("Какво ще ядете?", "месо"), ("Какво ще ядете?", "риба"), ("Карта", "karta.txt"),
    ]  # fmt: skip
    file.refresh_from_db()
    assert file.registration == kept and kept.phone and kept.note == "Идваме с влак\nС пътна помощ"
    assert not other.attendees.exists() and not other.phone and not other.note


def test_an_unconfirmed_form_is_sure_once_it_is_merged_into_a_confirmed_one(part):
    held, sure = make_registration(part, confirmed_at=None), make_registration(part, "Друг Човек")
    seats.merge(held, [sure], {})
    held.refresh_from_db()
    assert held.confirmed_at and states(part) == ["confirmed", "confirmed"]
    assert not Seat.objects.exclude(until=None).exists()


def test_marks_at_the_door_certificates_and_opinions_are_those_of_one_person(part):
    one, two = make_registration(part), make_registration(part, email="druga@example.net")
    came = timezone.now()
    EventPart.objects.update(starts_at=came - timedelta(hours=3), ends_at=came - timedelta(hours=1))
    Seat.objects.update(came_at=came)
    DoorPress.objects.create(id="6f0c3c3e-0000-4000-8000-000000000000", seat=seat_of(two), came=True, pressed_at=came)
    assert give(part.event) == 2
    OpinionAsked.objects.create(attendee=one.attendees.get())
    OpinionAsked.objects.create(attendee=two.attendees.get(), answered=True)
    merge(one, two)
    assert seat_of(one).presses.count() == 1 and one.attendees.get().opinion_asked.answered
    valid = Certificate.objects.valid().get()
    assert valid.attendee == one.attendees.get() and valid.replaces.is_replaced and Certificate.objects.count() == 2
    assert give(part.event) == 0


def test_the_letters_of_both_forms_confirm_what_is_left(client, part):
    kept, other, strange = (
        make_registration(part, email=f"{name}@example.net", confirmed_at=None) for name in ("maria", "maria", "druga")
    )
    links = [own(one, "potvardi", keys.proof(one)) for one in (other, strange)]
    merge(kept, other, strange)
    letter = OutgoingMail.objects.get(key__startswith=f"registration:{kept.pk}:merged")
    assert own(kept, "potvardi", keys.proof(kept)) in letter.text
    assert client.post(links[1]).status_code == 404 and client.post(own(strange, "otkaz")).status_code == 404
    assert client.get(links[0]).status_code == 200
    client.post(links[0])
    kept.refresh_from_db()
    assert kept.confirmed_at and seat_of(kept).state == "confirmed"
    assert client.get(own(other)).url == own(kept)


def test_what_cannot_be_merged(part):
    one, gone, elsewhere = (
        make_registration(part), make_registration(part), make_registration(make_part(make_event("Друго", slug="d"))),
    )  # fmt: skip
    assert not merge(one, elsewhere) and seat_of(elsewhere).state == "confirmed"
    Registration.objects.filter(pk=gone.pk).update(erased_at=timezone.now())
    with pytest.raises(Refused):
        merge(one, gone)
    merged = make_registration(part, "Трети Човек")
    seats.merge(one, [merged], {})
    with pytest.raises(Refused):
        merge(merged, one)
    assert Attendee.objects.filter(registration=one).count() == 2


def test_the_old_link_leads_on_only_for_the_same_address(client, part):
    kept, same, other = (make_registration(part, email=f"{name}@example.net") for name in ("a", "a", "b"))
    merge(kept, same, other)
    assert client.get(own(same)).url == own(kept)
    assert client.get(own(other)).status_code == 404
    assert client.post(own(same, "otkazvane")).status_code == 404 and seat_of(kept).state == "confirmed"


def test_what_was_merged_is_erased_with_the_form_that_is_left(part):
    kept, other = make_registration(part), make_registration(part, email="druga@example.net")
    merge(kept, other)
    own_data.erase(kept)
    other.refresh_from_db()
    assert (other.email, other.name) == ("", "") and other.erased_at and seat_of(kept).state == "cancelled"
