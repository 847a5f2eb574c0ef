"""Opinions: asked of those who came, answered once, kept without the person, shown from three on."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.models import OutgoingMail
from core.regularly import tick
from events.feedback.asking import ask_about
from events.models import Opinion, OpinionAsked
from tests.events.day import forum_part, held_event, register
from tests.factories.members import make_editor, make_organization, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    ended = timezone.now() - timedelta(days=1)
    return held_event("Форум на село", starts_at=ended - timedelta(hours=3), ends_at=ended)


@pytest.fixture
def part(event):
    return forum_part(event)


def say(client, attendee, **answer):
    asked = OpinionAsked.objects.get(attendee=attendee)
    data = {"useful": "5", "good": "Срещнахме се.", "change": ""} | answer
    return client.post(reverse("opinions:say", args=[asked.token]), data)


def results(event):
    return reverse("wagtailsnippets_events_event:opinions", args=[event.pk])


def test_only_who_came_is_asked_and_once(event, part):
    [seat] = register(event, part, "Станислава Живкова", came=True)
    register(event, part, "Не Дойде")
    register(event, part, "Без Имейл", came=True, email="")
    for _again in range(2):
        tick.send(sender=None)
    [letter] = OutgoingMail.objects.filter(key__contains=":opinion:")
    assert letter.to == [seat.attendee.registration.email] and str(seat.attendee.opinion_asked.token) in letter.text


def test_an_answer_is_kept_once_and_without_the_person(client, event, part):
    [seat] = register(event, part, "Станислава Живкова", came=True)
    ask_about(event)
    page = client.get(reverse("opinions:say", args=[seat.attendee.opinion_asked.token]))
    assert "Форум на село" in page.content.decode() and "Станислава" not in page.content.decode()
    for _again in range(2):
        say(client, seat.attendee)
    opinion = Opinion.objects.get()
    names = {field.name for field in Opinion._meta.get_fields()}
    assert names == {"id", "event", "useful", "good", "change"} and opinion.useful == 5
    assert OpinionAsked.objects.get().answered
    assert (
        "без Вашето име"
        in client.get(reverse("opinions:say", args=[seat.attendee.opinion_asked.token])).content.decode()
    )


@pytest.mark.parametrize("answer", [{"useful": ""}, {"useful": "6"}, {"useful": "x"}, {"good": "а" * 2001}])
def test_what_does_not_fit_is_said_and_nothing_is_lost(client, event, part, answer):
    [seat] = register(event, part, "Иван Иванов", came=True)
    ask_about(event)
    shown = say(client, seat.attendee, change="повече места", **answer)
    assert shown.status_code == 200 and shown.context["form"].errors and "повече места" in shown.content.decode()
    assert not Opinion.objects.exists()


def test_an_unknown_link_is_not_found(client, homes):
    assert client.get(reverse("opinions:say", args=[uuid4()])).status_code == 404


def test_two_answers_are_not_shown_three_are(client, event, part):
    seats = register(event, part, "А Б", "В Г", "Д Е", came=True)
    ask_about(event)
    client.force_login(make_editor(event.organization))
    for number, seat in enumerate(seats, 1):
        say(client, seat.attendee, good="=okapi()")
        shown = client.get(results(event)).content.decode()
        assert ("okapi" in shown) == (number >= 3)
        assert client.get(results(event) + "?xlsx").status_code == (200 if number >= 3 else 404)
    sheet = load_workbook(BytesIO(client.get(results(event) + "?xlsx").content)).active
    assert [cell.value for cell in sheet["B"]][1:] == ["=okapi()"] * 3


def test_nobody_else_reads_them(client, event, part):
    seats = register(event, part, "А Б", "В Г", "Д Е", came=True)
    ask_about(event)
    for seat in seats:
        say(client, seat.attendee, good="okapi")
    foreign = make_editor(make_organization("Чужда", slug="chuzhda"), "chuzhd@example.org")
    for person in (None, make_user("chlen@example.org"), foreign):
        client.logout()
        if person:
            client.force_login(person)
        for way in (results(event), results(event) + "?xlsx"):
            answer = client.get(way)
            assert answer.status_code in (302, 403, 404) and "okapi" not in answer.content.decode()
