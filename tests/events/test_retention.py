"""What is erased when, what stays to be counted, and that the office hears of it a month before."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail
from events.certificates.giving import give
from events.models import Attendee, DoorPress, EventErasure, Registration, Seat, SignedSheet
from events.numbers import numbers
from events.retention.regularly import look
from events.retention.rules import erased_from, months_after
from tests.events.day import forum_part, held_event, register
from tests.factories.core import make_funding
from tests.factories.events import make_event, make_part
from tests.factories.members import make_admin, make_organization

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)


@pytest.fixture(autouse=True)
def office(settings, homes):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return make_admin()


def old_event(**fields):
    """Ended thirteen months ago."""
    ended = timezone.now() - timedelta(days=396)
    event = held_event(starts_at=ended - timedelta(hours=3), ends_at=ended, **fields)
    part = forum_part(event)
    school = make_organization("НЧ „Искра“", slug="iskra")
    seats = register(event, part, "Станислава Живкова", phone="+359 46 123 456", organization=school, came=True)
    Seat.objects.update(answers={"q": "безглутеново"})
    register(event, part, "Не Дойде", organization_name="Иван Петров ЕТ")
    return event, seats[0]


def letters(word):
    return OutgoingMail.objects.filter(key__contains=word)


def test_the_office_hears_a_month_before_and_then_everything_personal_is_gone(
    client, django_capture_on_commit_callbacks
):
    event, seat = old_event()
    give(event)
    DoorPress.objects.create(id=uuid4(), seat=seat, came=True, pressed_at=timezone.now())
    sheet = SignedSheet.objects.create(event=event, name="a.pdf", checksum="1", file=ContentFile(b"okapi", "a.pdf"))
    path, storage = sheet.file.name, sheet.file.storage
    before = numbers(event, "bg")
    today = timezone.localdate()
    for later in (0, 0, 29):
        look(today + timedelta(days=later))
        assert Attendee.objects.filter(name="Станислава Живкова").exists()
    [letter] = letters(":erasure:")
    assert letter.to == ["admin@example.org"] and "се заличават" in letter.text
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(2):
            look(today + MONTH)
    kept = [*Registration.objects.values_list("name", "email", "phone", "note", "organization_name", "person")]
    assert {value for row in kept for value in row} == {"", None} and not storage.exists(path)
    assert set(Attendee.objects.values_list("name", "position")) == {("", "")}
    assert set(map(str, Seat.objects.values_list("answers", flat=True))) == {"{}"} and not DoorPress.objects.exists()
    assert not OutgoingMail.objects.filter(text__contains="Станислава").exists()
    assert numbers(event, "bg") == before and before.participants == 1 and before.sectors
    assert all(Registration.objects.values_list("erased_at", flat=True))
    page = client.get(reverse("certificates:check", args=[event.certificates.get().code])).content.decode()
    assert "С. Ж." in page


def test_nothing_goes_before_the_funder_may_last_ask(office):
    until = timezone.localdate() + timedelta(days=100)
    event, _seat = old_event(funding=make_funding(audit_until=until))
    assert erased_from(event) == until + timedelta(days=1)
    for later in range(101):
        look(timezone.localdate() + timedelta(days=later))
    assert list(Attendee.objects.exclude(name="").values_list("name", flat=True)) == ["Станислава Живкова"]
    look(until + timedelta(days=1))
    assert not Attendee.objects.exclude(name="").exists()
    assert letters(":erasure:").count() == letters(":erasure-of-contacts:").count() == 1


def test_contact_data_go_after_the_period_and_who_came_stays_for_the_funder(office):
    event, seat = old_event(funding=make_funding())
    colleague = Attendee.objects.create(registration=seat.attendee.registration, name="Колега Без Идване")
    Registration.objects.filter(attendees=seat.attendee).update(organization_name="НЧ „Искра“", note="с количка")
    give(event)
    SignedSheet.objects.create(event=event, name="a.pdf", checksum="1", file=ContentFile(b"okapi", "a.pdf"))
    today = timezone.localdate()
    look(today)
    assert Registration.objects.exclude(email="").count() == 2
    assert "не са дошли" in letters(":erasure-of-contacts:").get().text
    for later in (30, 31):
        look(today + timedelta(days=later))
    assert not Registration.objects.exclude(email="", phone="", note="").exists()
    assert set(map(str, Seat.objects.values_list("answers", flat=True))) == {"{}"}
    came = Registration.objects.get(attendees=seat.attendee)
    assert (came.name, came.organization_name) == ("Станислава Живкова", "НЧ „Искра“")
    assert list(Attendee.objects.exclude(name="")) == [seat.attendee] and colleague.pk
    assert not Registration.objects.exclude(pk=came.pk).exclude(name="", organization_name="").exists()
    assert event.certificates.get().name == "Станислава Живкова" and event.signed_sheets.count() == 1
    assert not EventErasure.objects.get().erased_at


@pytest.mark.parametrize("is_funded", [True, False])
def test_the_form_says_how_long_what_is_kept(client, is_funded):
    event = make_event(funding=make_funding() if is_funded else None)
    make_part(event)
    page = client.get(f"/zapisvane/{event.slug}/").content.decode()
    assert "12 месеца" in page and ("списъкът на дошлите" in page) is is_funded


def test_who_puts_the_day_off_is_told_of_the_new_one(office):
    event, _seat = old_event()
    today = timezone.localdate()
    look(today)
    event.retention_months += 6
    event.save()
    for later in range(0, 150, 10):
        look(today + timedelta(days=later))
    assert Attendee.objects.exclude(name="").count() == 2
    for later in range(150, 200):
        look(today + timedelta(days=later))
    assert letters(":erasure:").count() == 2 and not Attendee.objects.exclude(name="").exists()


def test_a_missing_audit_date_is_asked_for_and_never_guessed(office):
    event, _seat = old_event(funding=make_funding())
    today = timezone.localdate()
    for later in (0, 1, 29, 30, 400):
        look(today + timedelta(days=later))
    assert Attendee.objects.exclude(name="").count() == 1 and not letters(":erasure:").exists()
    assert letters(":audit-date:").count() == 3 and "не пише" in letters(":audit-date:").first().text


def test_what_is_young_is_left_alone(office):
    event = held_event()
    register(event, forum_part(event), "Иван Иванов", came=True)
    look(timezone.localdate())
    assert not EventErasure.objects.exists() and not OutgoingMail.objects.exists()
    event.retention_months = 1
    event.save()
    look(timezone.localdate() + timedelta(days=3))
    assert letters(":erasure:").exists()


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 10), 12, date(2027, 12, 10)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, then):
    assert months_after(day, months) == then


def test_the_tick_does_it(office, monkeypatch):
    from core.regularly import tick
    from events.retention import regularly

    monkeypatch.setattr(regularly, "FROM_HOUR", 0)
    old_event()
    for _again in range(2):
        tick.send(sender=None)
    assert letters(":erasure:").count() == 1


def test_the_desk_says_when(client, office):
    event, _seat = old_event(funding=make_funding())
    client.force_login(office)
    desk = reverse("wagtailsnippets_events_event:inspect", args=[event.pk])
    assert "докато записът за финансиране" in client.get(desk).content.decode()
    event.funding.audit_until = date(2031, 12, 31)
    event.funding.save()
    assert "1 януари 2032" in client.get(desk).content.decode()
