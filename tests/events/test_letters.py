"""Letters to those registered: each once, in the language of the registration."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from core.models import OutgoingMail
from events.models import AnswerFile, Event, Mailing, Reminder, Seat
from events.registering import seats, telling
from events.registering.own_data import erase
from events.registering.regularly import tidy_uploads
from members.erasure import erase as close_profile
from members.own_data import collectors
from tests.factories.events import make_part, make_registration, seat_of
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db


def letters(mark: str):
    return OutgoingMail.objects.filter(key__contains=mark).order_by("pk")


def test_the_confirmation_says_when_where_and_who_and_carries_the_calendar(part, django_capture_on_commit_callbacks):
    Event.objects.update(place_bg="комплекс „Екатерина“", online_link="https://video.example/zebra")
    part.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        make_registration(part)
    letter = mail.outbox[0]
    html = letter.alternatives[0][0]
    for text in (letter.body, html):
        assert "комплекс „Екатерина“" in text and "Мария Петрова" in text and "video.example/zebra" in text
    ((name, content, kind),) = letter.attachments
    assert kind == "text/calendar" and "CONFERENCE" in content.replace("\r\n ", "")


def test_letters_are_in_the_language_of_the_registration(part):
    make_registration(part, language="en")
    letter = OutgoingMail.objects.get()
    assert letter.subject.startswith("You are registered") and "/en/zapisvane/z/" in letter.text


def test_line_breaks_in_what_people_type_reach_no_header(part):
    Event.objects.update(title_bg="Форум\r\nBcc: zebra@example.net")
    part.refresh_from_db()
    make_registration(part, "Мария\r\nBcc: zebra@example.net")
    assert "\n" not in OutgoingMail.objects.get().subject


def test_who_gave_no_address_gets_no_letter(part):
    registration = make_registration(part, email="", by_host=True)
    seats.cancel(registration)
    assert not OutgoingMail.objects.exists()


def test_who_waits_unconfirmed_is_told_of_a_place_in_line(part):
    for _seated in range(2):
        make_registration(part)
    make_registration(part, confirmed_at=None)
    text = letters(":confirm").get().text
    assert "в списъка на чакащите" in text and "Пазим местата" not in text


def test_who_confirms_after_giving_back_hears_that_it_is_over(part):
    registration = make_registration(part, confirmed_at=None)
    assert "Пазим местата за Вас до" in letters(":confirm").get().text
    seats.cancel(registration)
    seats.confirm(registration)
    assert letters(":registered").get().subject.startswith("Това записване вече не е в сила")


# Changes


def test_a_change_is_told_once_to_everybody_who_has_or_hopes_for_a_seat(part):
    now = timezone.now()
    registrations = [make_registration(part, email=f"a{number}@example.net") for number in range(3)]
    seats.cancel(registrations[0])
    telling.tell_changes(now)
    assert not letters(":all:").exists(), "what they registered for is no news"
    Event.objects.update(state="moved", state_note_bg="Залата е в ремонт.", place_bg="Читалището")
    assert telling.tell_changes(now) == 1
    assert telling.tell_changes(now) == 0
    told = list(letters(":all:"))
    assert [letter.to for letter in told] == [["a1@example.net"], ["a2@example.net"]]
    assert "Залата е в ремонт." in told[0].text and "Читалището" in told[0].text
    assert Mailing.objects.get().letters == 2


def test_each_further_change_is_told_again_even_back_to_what_was(part):
    make_registration(part)
    telling.tell_changes(timezone.now())
    for state in ("cancelled", "announced", "cancelled"):
        Event.objects.update(state=state)
        telling.tell_changes(timezone.now())
    subjects = [letter.subject for letter in letters(":all:")]
    assert len(subjects) == 3 and subjects[0] == subjects[2] != subjects[1]


def test_what_is_over_or_changes_in_other_ways_is_no_news(part):
    make_registration(part)
    telling.tell_changes(timezone.now())
    Event.objects.update(text_bg="<p>Ново</p>", hold_hours=5)
    assert telling.tell_changes(timezone.now()) == 0
    Event.objects.update(state="moved")
    assert telling.tell_changes(timezone.now() + timedelta(days=60)) == 0


def test_a_cancellation_before_the_first_round_of_the_clock_is_told(part):
    make_registration(part)
    Event.objects.update(state="cancelled", state_note_bg="Лекторът е болен.")
    assert telling.tell_changes(timezone.now()) == 1
    assert "Лекторът е болен." in letters(":all:").get().text


# Reminders and thanks


def test_a_reminder_goes_once_to_those_it_is_for(part):
    event = part.event
    press = make_part(event, "Пресконференция")
    make_registration(part, email="forum@example.net")
    make_registration(press, email="press@example.net")
    make_registration(press, email="later@example.net", confirmed_at=None)
    Reminder.objects.create(event=event, hours=48, part_name="Пресконференция", text_bg="Елате в 9:30.")
    due = event.starts_at - timedelta(hours=48)
    assert telling.send_reminders(due - timedelta(minutes=1)) == 0
    assert telling.send_reminders(due) == 1
    assert telling.send_reminders(due + timedelta(minutes=1)) == 0
    (letter,) = letters(":all:")
    assert letter.to == ["press@example.net"] and "Елате в 9:30." in letter.text
    assert letter.attachments


def test_a_moved_event_is_reminded_of_anew_and_a_begun_or_cancelled_one_not(part):
    make_registration(part)
    event = part.event
    Reminder.objects.create(event=event, hours=24)
    assert telling.send_reminders(event.starts_at) == 0
    assert telling.send_reminders(event.starts_at - timedelta(hours=1)) == 1
    Event.objects.update(starts_at=event.starts_at + timedelta(days=9), ends_at=event.ends_at + timedelta(days=9))
    assert telling.send_reminders(event.starts_at + timedelta(days=8, hours=1)) == 1
    Reminder.objects.create(event=event, hours=48)
    Event.objects.update(state="cancelled")
    assert telling.send_reminders(event.starts_at + timedelta(days=8, hours=1)) == 0


def test_thanks_go_to_those_who_came_when_that_was_written_down(part):
    event = part.event
    came, _stayed_away = make_registration(part, email="came@example.net"), make_registration(part)
    Seat.objects.filter(pk=seat_of(came).pk).update(came_at=timezone.now())
    Reminder.objects.create(event=event, hours=2, when="after", text_bg="Благодарим!")
    assert telling.send_reminders(event.ends_at + timedelta(days=30)) == 0
    assert telling.send_reminders(event.ends_at + timedelta(hours=2)) == 1
    (letter,) = letters(":all:")
    assert letter.to == ["came@example.net"]


def test_an_older_revision_does_not_send_a_reminder_again(forum, part):
    make_registration(part)
    forum.reminders.add(Reminder(hours=24, text_bg="Скоро"))
    forum.save_revision().publish()
    revision = forum.latest_revision
    due = forum.starts_at - timedelta(hours=24)
    telling.send_reminders(due)
    forum.refresh_from_db()
    revision.publish()
    assert telling.send_reminders(due) == 0
    assert letters(":all:").count() == 1


# Own data


def test_the_copy_of_own_data_has_the_registrations_of_the_own_addresses(part):
    person = make_user("az@example.org")
    make_registration(part, "Аз", person=person, email="az@example.org", note="зебра")
    make_registration(part, "Пак аз", email="az@example.org")
    make_registration(part, "Друг", email="drug@example.net")
    rows = collectors["event-registrations"](person).rows
    assert [row["people"].partition(":")[0] for row in rows] == ["Аз", "Пак аз"]
    assert rows[0]["note"] == "зебра"


def test_who_closes_the_profile_is_gone_from_registrations_and_the_seat_is_free(part):
    person = make_user("az@example.org")
    mine = make_registration(part, "Аз", person=person, email="az@example.org", phone="+359 46 123 456", note="зебра")
    make_registration(part)
    waiting = make_registration(part, "Чака")
    seat = seat_of(mine)
    Seat.objects.filter(pk=seat.pk).update(answers={"a": "зебра"})
    file = AnswerFile.objects.create(event=part.event, registration=mine, name="зебра", file="event_answers/no.txt")
    close_profile(person)
    mine.refresh_from_db()
    seat = seat_of(mine)
    assert mine.erased_at and not any((mine.name, mine.email, mine.phone, mine.note, mine.person))
    assert (seat.state, seat.answers, seat.attendee.name) == ("cancelled", {}, "")
    assert not AnswerFile.objects.filter(pk=file.pk).exists()
    assert seat_of(waiting).state == "offered"


def test_colleagues_on_the_form_keep_their_seats(part):
    from events.registering.seats import Person

    registration = make_registration(
        part, "Аз", people=[Person("Аз", "", {part.pk: {}}), Person("Колега", "", {part.pk: {}})]
    )
    erase(registration)
    assert list(registration.attendees.values_list("name", "seats__state")) == [
        ("", "cancelled"),
        ("Колега", "confirmed"),
    ]
    erase(registration, everybody=True)
    assert set(registration.attendees.values_list("name", flat=True)) == {""}


def test_uploads_of_forms_that_were_never_sent_go_after_a_day(part):
    old = AnswerFile.objects.create(event=part.event, name="стар", file="event_answers/old.txt")
    AnswerFile.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
    new = AnswerFile.objects.create(event=part.event, name="нов", file="event_answers/new.txt")
    sent = AnswerFile.objects.create(event=part.event, name="пратен", registration=make_registration(part))
    AnswerFile.objects.filter(pk=sent.pk).update(uploaded_at=timezone.now() - timedelta(days=2))
    tidy_uploads()
    assert set(AnswerFile.objects.all()) == {new, sent} and old.pk
