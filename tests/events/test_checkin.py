"""The entrance: who may open it, presses that come late, twice or in any order, walk-ins, and what it costs."""

import json
from datetime import timedelta
from itertools import permutations
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail
from events.enums import SeatState
from events.models import DoorPress, Registration, Seat
from tests.events.day import forum_part, held_event, register
from tests.factories.events import make_part
from tests.factories.members import make_editor, make_organization, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes):
    return held_event("Форум на село", slug="forum-na-selo")


@pytest.fixture
def part(event):
    return forum_part(event)


@pytest.fixture
def editor(client, event):
    editor = make_editor(event.organization)
    client.force_login(editor)
    return editor


def door(event, name="door"):
    return reverse(f"checkin:{name}", args=[event.slug])


def press(seat, came=True, ago=0, key=None):
    at = timezone.now() - timedelta(seconds=ago)
    return {"id": str(key or uuid4()), "seat": seat.pk, "came": came, "at": at.isoformat()}


def send(client, event, presses=(), walk_ins=(), now=None, **more):
    sent = {"now": (now or timezone.now()).isoformat(), "presses": list(presses), "walk_ins": list(walk_ins)} | more
    return client.post(door(event, "send"), json.dumps(sent), content_type="application/json")


def test_the_list_has_everybody_who_may_come(client, event, part, editor):
    register(event, part, "Станислава Живкова", organization=make_organization("НЧ „Искра – 1929“", slug="iskra"))
    register(event, part, "Чакащ Човек", state=SeatState.WAITING)
    register(event, part, "Отказал се", state=SeatState.CANCELLED)
    shown = client.get(door(event))
    page = shown.content.decode()
    assert "Станислава Живкова" in page and "НЧ „Искра – 1929“" in page and "Чакащ Човек" in page
    assert "Отказал се" not in page and "gost" not in page  # no address of anybody
    assert "no-store" in shown["Cache-Control"] and "camera=(self)" in shown["Permissions-Policy"]
    assert "Живкова" in client.get(door(event) + "?q=zhivkova").content.decode()
    assert "Живкова" not in client.get(door(event) + "?q=петров").content.decode()


def test_who_came_without_registering_is_written_down_above_the_list(client, event, part, editor):
    register(event, part, "Станислава Живкова")
    page = client.get(door(event)).content.decode()
    assert page.index("data-walk-in>") < page.index("data-list>") and 'class="rows"' in page
    make_part(event, "Пресконференция")
    assert 'class="rows several"' in client.get(door(event)).content.decode()


@pytest.mark.database
def test_a_press_by_a_form_marks_and_takes_back(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    for came in (1, 0):
        client.post(door(event, "press"), {"press": f"{seat.pk}:{came}"})
        seat.refresh_from_db()
        assert (seat.came_at is not None) == bool(came)
    for rubbish in ("", "x:1", f"{seat.pk}:7", "99999999999999999999:1", "-1:1"):
        assert client.post(door(event, "press"), {"press": rubbish}).status_code == 302


def test_the_last_press_by_its_own_time_counts_in_whatever_order_they_come(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    for order in permutations([press(seat, True, 30), press(seat, False, 20), press(seat, True, 10)]):
        DoorPress.objects.all().delete()
        Seat.objects.filter(pk=seat.pk).update(came_at=None)
        for one in order:
            assert send(client, event, [one]).json()["taken"] == [one["id"]]
        seat.refresh_from_db()
        assert seat.came_at.isoformat() == max(order, key=lambda one: one["at"])["at"]


def test_the_same_press_twice_is_one(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    one = press(seat)
    for _again in range(2):
        answer = send(client, event, [one]).json()
        assert answer["taken"] == [one["id"]] and answer["heads"] == {"expected": 1, "came": 1}
    assert DoorPress.objects.count() == 1 and answer["seats"][str(seat.pk)]


def test_a_phone_whose_clock_is_wrong_does_not_win_for_ever(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    ahead = timezone.now() + timedelta(hours=3)
    send(client, event, [press(seat, True) | {"at": ahead.isoformat()}], now=ahead)
    seat.refresh_from_db()
    assert seat.came_at <= timezone.now()
    send(client, event, [press(seat, False)])
    seat.refresh_from_db()
    assert seat.came_at is None


def test_who_is_let_in_from_the_waiting_list_has_a_seat(client, event, part, editor):
    [seat] = register(event, part, "Чакащ Човек", state=SeatState.WAITING)
    send(client, event, [press(seat)])
    seat.refresh_from_db()
    assert seat.state == SeatState.CONFIRMED and seat.came_at


def test_seats_of_other_events_are_refused_one_by_one(client, event, part, editor):
    other = held_event("Чуждо", organization=make_organization("Чужда", slug="chuzhda"))
    [foreign] = register(other, forum_part(other), "Чужд Гост")
    [own] = register(event, part, "Иван Иванов")
    answer = send(client, event, [good := press(own), bad := press(foreign)]).json()
    assert answer["taken"] == [good["id"]] and list(answer["refused"]) == [bad["id"]]
    foreign.refresh_from_db()
    assert foreign.came_at is None


@pytest.mark.parametrize(
    "body",
    [
        b"", b"\xff", b"[]", b"7", b"{}", b'{"now": "x"}', b'{"now": "2026-12-10T10:00:00"}',
        b'{"now": "2026-12-10T10:00:00+02:00", "presses": [{"id": "1", "seat": 1, "came": true, "at": "x"}]}',
        b'{"now": "2026-12-10T10:00:00+02:00", "presses": {"a": 1}}',
        b'{"now": "2026-12-10T10:00:00+02:00", "presses": [{"seat": 1e999}]}',
        b'{"now": "0001-01-01T00:00:00+14:00"}', b"[" * 100_000, b'{"now": ' + b"[" * 100_000, b"9" * 5000,
    ],
)  # fmt: skip
def test_rubbish_is_answered_in_words(client, event, part, editor, body):
    answer = client.post(door(event, "send"), body, content_type="application/json")
    assert answer.status_code in (200, 400)
    if answer.status_code == 400:
        assert "не можа да прочете" in answer.json()["error"]


def test_one_bad_entry_is_refused_and_the_rest_is_taken(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    good = press(seat)
    come = {"id": str(uuid4()), "name": "Кмет", "part": part.pk, "at": good["at"]}
    bad = [
        press(seat) | {"at": "0001-01-01T00:00:00+14:00"},
        press(seat) | {"at": 7},
        press(seat) | {"seat": "x"},
        press(seat) | {"id": "not a key"},
    ]
    bad_names = [
        come | {"id": str(uuid4()), "name": "Ивaн\u202eвонавИ"},
        come | {"id": str(uuid4()), "name": "Иван\0"},
        come | {"id": str(uuid4()), "part": None},
    ]
    answer = send(client, event, [*bad, 7, None, good], [*bad_names, come]).json()
    assert answer["taken"] == sorted([good["id"], come["id"]])
    assert set(answer["refused"]) == {one["id"] for one in (*bad, *bad_names)}
    seat.refresh_from_db()
    assert seat.came_at.isoformat() == good["at"]


@pytest.mark.parametrize("name", ["Иван\u200b \ud83dИванов", "И\u00adван Иванов\ufeff", "Иван\n Иванов\ud83d"])
def test_what_nobody_sees_is_not_in_the_name_of_a_walk_in(client, event, part, editor, name):
    came = {"id": str(uuid4()), "name": name, "organization": "\udc00", "part": part.pk}
    assert send(client, event, walk_ins=[came | {"at": timezone.now().isoformat()}]).json()["taken"] == [came["id"]]
    registration = Registration.objects.get(event=event)
    assert (registration.name, registration.organization_name) == ("Иван Иванов", "")


@pytest.mark.parametrize("state", [SeatState.WAITING, SeatState.OFFERED, SeatState.CANCELLED, SeatState.DECLINED])
def test_a_press_taken_back_leaves_the_seat_as_it_was(client, event, part, editor, state):
    [seat] = register(event, part, "Чакащ Човек", state=state)
    until = timezone.now() + timedelta(hours=5)
    Seat.objects.filter(pk=seat.pk).update(until=until)
    for ago in (30, 10):
        send(client, event, [press(seat, True, ago)])
        seat.refresh_from_db()
        assert seat.state == SeatState.CONFIRMED and seat.came_at
        send(client, event, [press(seat, False, ago - 5)])
        seat.refresh_from_db()
        assert (seat.state, seat.until, seat.came_at) == (state, until, None)


def test_a_press_sent_again_does_not_undo_what_the_host_did_since(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    send(client, event, [one := press(seat)])
    Seat.objects.filter(pk=seat.pk).update(state=SeatState.CANCELLED)
    send(client, event, [one])
    seat.refresh_from_db()
    assert seat.state == SeatState.CANCELLED


def test_a_phone_with_the_old_address_still_sends(client, event, part, editor):
    [seat] = register(event, part, "Иван Иванов")
    old = {name: door(event, name) for name in ("door", "send")}
    event.slug = "forum-veselinovo"
    event.save()
    assert client.get(old["door"])["Location"] == door(event)
    sent = {"now": timezone.now().isoformat(), "presses": [press(seat)]}
    assert client.post(old["send"], json.dumps(sent), content_type="application/json").json()["taken"]


def test_a_walk_in_is_written_down_once_and_gets_no_letter(client, event, part, editor):
    came = {
        "id": str(uuid4()), "name": "  Кмет  на село ", "organization": "кметство Роза", "part": part.pk,
        "at": timezone.now().isoformat(),
    }  # fmt: skip
    for _again in range(2):
        assert send(client, event, walk_ins=[came]).json()["taken"] == [came["id"]]
    registration = Registration.objects.get(event=event)
    seat = Seat.objects.get(part=part)
    assert (registration.source, registration.name, registration.entered_by) == ("door", "Кмет на село", editor)
    assert seat.state == SeatState.CONFIRMED and seat.came_at and not OutgoingMail.objects.exists()
    client.post(door(event, "walk-in"), {"key": str(uuid4()), "name": "Без скрипт", "part": part.pk})
    assert Seat.objects.count() == 2
    refused = client.post(door(event, "walk-in"), {"name": " ", "part": part.pk}, follow=True)
    assert "напишете името" in refused.content.decode()
    nowhere = send(client, event, walk_ins=[came | {"id": str(uuid4()), "part": part.pk + 999}]).json()
    assert "изберете част" in str(nowhere["refused"])


def test_a_code_typed_by_hand(client, event, part, editor):
    press_part = make_part(event, "Пресконференция")
    [seat] = register(event, part, "Иван Иванов")
    code = seat.attendee.code
    missing = client.post(door(event, "code"), {"code": code, "part": press_part.pk}, follow=True)
    assert "не е записан" in missing.content.decode()
    unknown = client.post(door(event, "code"), {"code": "NQMANIKO", "part": part.pk}, follow=True)
    assert "няма код" in unknown.content.decode()
    client.post(door(event, "code"), {"code": f" {code[:4].lower()} {code[4:]}", "part": part.pk})
    seat.refresh_from_db()
    assert seat.came_at


def test_nobody_else_comes_near_the_list(client, event, part):
    [seat] = register(event, part, "Okapi Zebrova")
    others = [
        make_user("chlen@example.org"),
        make_editor(make_organization("Чужда", slug="chuzhda"), "chuzhd@example.org"),
    ]
    for person in (None, *others):
        client.logout()
        if person:
            client.force_login(person)
        answers = [
            client.get(door(event)),
            send(client, event, [press(seat)]),
            client.post(door(event, "press"), {"press": f"{seat.pk}:1"}),
            client.post(door(event, "code"), {"code": seat.attendee.code, "part": part.pk}),
            client.post(door(event, "walk-in"), {"name": "Натрапник", "part": part.pk}),
        ]
        assert answers[0].status_code == (404 if person else 302)
        for answer in answers:
            assert answer.status_code in (302, 401, 404) and "Okapi" not in answer.content.decode()
    seat.refresh_from_db()
    assert seat.came_at is None and Registration.objects.count() == 1


def test_the_worker_is_open_to_all_and_says_nothing_of_anybody(client, event, part):
    register(event, part, "Okapi Zebrova")
    answer = client.get(reverse("checkin:worker"))
    assert answer["Content-Type"].startswith("text/javascript") and not answer.cookies
    assert answer.wsgi_request.path.startswith("/vhod/") and "Okapi" not in answer.content.decode()


@pytest.mark.parametrize("people", [3, 300])
def test_the_page_costs_the_same_for_three_and_for_three_hundred(
    client, event, part, editor, people, django_assert_max_num_queries
):
    make_part(event, "Пресконференция")
    organization = make_organization("НЧ „Искра – 1929“", slug="iskra")
    register(event, part, *(f"Участник {number}" for number in range(people)), organization=organization)
    client.get(door(event))
    with django_assert_max_num_queries(14):
        assert client.get(door(event)).content.decode().count('class="guest"') == people + 1  # and the template's


def test_without_the_reader_from_npm_codes_are_typed(client, event, part, editor, monkeypatch, tmp_path):
    register(event, part, "Иван Иванов")
    monkeypatch.setattr("events.checkin.views.SOURCES", tmp_path)
    assert "data-decoder" not in client.get(door(event)).content.decode()
    (tmp_path / "js/qr").mkdir(parents=True)
    (tmp_path / "js/qr/decode.js").touch()
    assert 'data-decoder="/static/js/qr/decode' in client.get(door(event)).content.decode()
