"""What can be followed: RSS, Atom, calendar files, one's own calendar; and where else events are shown."""

from datetime import timedelta

import feedparser
import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from events.enums import SeatState, State
from events.models import Attendee, CalendarKey, Event, Registration, Seat
from members.admission import admit
from members.erasure import erase
from members.own_data import collectors
from tests.cost import cost_of
from tests.factories.core import make_role
from tests.factories.events import at, event_on, make_part
from tests.factories.many import multiply
from tests.factories.members import make_organization, make_user

pytestmark = pytest.mark.django_db
NOW = at("2026-11-24 09:00")


@pytest.fixture(autouse=True)
def now(homes):
    with time_machine.travel(NOW, tick=False):
        yield


def entries(client, address: str) -> list:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(response.content).events


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_a_feed_tells_what_comes_with_the_filter(client, name):
    event_on("2026-12-10 10:00", "Форум", kind="forum", place_bg="читалището")
    event_on("2026-12-11 10:00", "Обучение", kind="training", state=State.CANCELLED)
    event_on("2026-10-11 10:00", "Минало")
    feed = feedparser.parse(client.get(f"/sabitia/{name}/").content)
    assert not feed.bozo
    assert {entry.title for entry in feed.entries} == {"Форум", "Отменено: Обучение"}
    feed = feedparser.parse(client.get(f"/sabitia/{name}/?kind=forum").content)
    (entry,) = feed.entries
    assert "форум" in feed.feed.title
    assert entry.link.endswith("/sabitia/forum/")
    assert "читалището" in entry.summary and "10:00–13:00" in entry.summary


def test_an_english_feed_holds_what_is_written_in_english(client):
    event_on("2026-12-10 10:00", "Само на български")
    event_on("2026-12-11 10:00", "Форум", title_en="Forum")
    feed = feedparser.parse(client.get("/en/events/rss/").content)
    assert [entry.title for entry in feed.entries] == ["Forum"]


def test_the_calendar_holds_ninety_days_back_and_all_that_comes(client):
    event_on("2026-12-10 10:00", "Предстоящо")
    event_on("2028-12-10 10:00", "След две години")
    event_on("2026-09-01 10:00", "Преди 84 дни")
    event_on("2026-08-20 10:00", "Преди 96 дни")
    event_on("2026-12-11 10:00", "Отпаднало", state=State.CANCELLED)
    found = {str(entry["summary"]): entry for entry in entries(client, "/sabitia/kalendar.ics")}
    assert set(found) == {"Предстоящо", "След две години", "Преди 84 дни", "Отменено: Отпаднало"}
    assert found["Отменено: Отпаднало"]["status"] == "CANCELLED"


def test_the_calendar_keeps_the_filter_and_says_so(client):
    event_on("2026-12-10 10:00", "Форум", kind="forum")
    event_on("2026-12-11 10:00", "Обучение", kind="training")
    address = "/sabitia/kalendar.ics?kind=forum"
    assert [entry["summary"] for entry in entries(client, address)] == ["Форум"]
    calendar = Calendar.from_ical(client.get(address).content)
    assert calendar["x-wr-calname"] == "Събития: форум"
    html = client.get("/sabitia/?kind=forum").content.decode()
    assert "webcal://localhost:8000/sabitia/kalendar.ics?kind=forum" in html


@pytest.mark.database  # its rows are made by SQL written by hand
def test_a_year_of_many_events_is_one_answer_with_few_questions(client):
    event_on("2026-11-24 09:00", "Среща")
    apart = timedelta(hours=7)
    multiply(1199, Event.objects.all(), named=["title_bg"], starts_at=apart, ends_at=apart)
    cost = cost_of(client, "/sabitia/kalendar.ics")
    assert len(cost.queries) <= 6, cost.queries
    assert len(entries(client, "/sabitia/kalendar.ics")) == 1000


PROGRAMS = [
    "/sabitia/rss/",
    "/sabitia/atom/",
    "/en/events/rss/",
    "/sabitia/kalendar.ics",
    "/sitemap-events-bg.xml",
    "/",
]


@pytest.mark.parametrize("address", [*PROGRAMS, "/organizatsii/mig-tundzha/"])
def test_what_is_for_members_is_in_nothing_public_whoever_asks(client, address):
    admit(make_organization())
    event_on("2026-12-10 10:00", "Skrit marmot", title_en="Skrit marmot", slug="marmot", audience="members")
    event_on("2026-12-12 10:00", "Chernova zebra", title_en="Chernova zebra", slug="zebra", publish=False)
    event_on(
        "2026-12-11 10:00", "Otkrito", title_en="Otkrito", slug="otkrito", online_link="https://meet.example.org/vhod"
    )
    for _who in ("anonymous", "member"):
        body = client.get(address).content.decode()
        assert "otkrito" in body.lower()
        assert "marmot" not in body and "zebra" not in body and "meet.example.org" not in body
        client.force_login(make_user())


# Somebody's own calendar


def register(person, event, state=SeatState.CONFIRMED) -> Seat:
    part = event.parts.first() or make_part(event)
    key = str(Registration.objects.count())
    registration = Registration.objects.create(event=event, person=person, name="Петя", key=key)
    attendee = Attendee.objects.create(registration=registration, name="Петя")
    return Seat.objects.create(attendee=attendee, part=part, state=state)


@pytest.fixture
def person():
    return make_user("petya@example.org")


def address_of(person) -> str:
    return reverse("events:own-calendar-file", args=[CalendarKey.objects.get(person=person).key])


def test_one_makes_sees_and_takes_away_the_address(client, person):
    client.force_login(person)
    page = reverse("events:own-calendar")
    assert "/moite-sabitia/" not in client.get(page).content.decode()
    assert client.get(reverse("events:make-own-calendar")).url == page
    assert not CalendarKey.objects.exists()
    client.post(reverse("events:make-own-calendar"))
    first = address_of(person)
    assert f"webcal://localhost:8000{first}" in client.get(page).content.decode()
    client.post(reverse("events:make-own-calendar"))
    second = address_of(person)
    client.logout()
    assert client.get(first).status_code == 404 and client.get(second).status_code == 200
    client.force_login(person)
    client.post(reverse("events:revoke-own-calendar"))
    assert client.get(second).status_code == 404


def test_it_holds_what_one_has_a_seat_for_with_the_online_link(client, person):
    CalendarKey.objects.create(person=person)
    link = {"is_online": True, "online_link": "https://meet.example.org/vhod"}
    register(person, event_on("2026-12-10 10:00", "Записана", audience="members", **link))
    register(person, event_on("2026-12-11 10:00", "Чака", **link), SeatState.WAITING)
    register(person, event_on("2026-12-12 10:00", "Отказана", **link), SeatState.CANCELLED)
    register(person, event_on("2026-12-13 10:00", "Отменена", state=State.CANCELLED))
    register(make_user(), event_on("2026-12-14 10:00", "Чужда", **link))
    register(person, event_on("2026-12-15 10:00", "Свалена", **link)).part.event.unpublish()
    found = {str(entry["summary"]): entry for entry in entries(client, address_of(person))}
    assert set(found) == {"Записана", "Чака", "Отменено: Отменена"}
    assert "meet.example.org" in found["Записана"]["description"]
    assert "meet.example.org" not in found["Чака"]["description"]


def test_the_answer_is_nobody_elses_and_its_use_is_noted(client, person):
    key = CalendarKey.objects.create(person=person)
    response = client.get(address_of(person))
    assert "private" in response.headers["Cache-Control"] and "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    key.refresh_from_db()
    assert key.used_at == timezone.now()


@pytest.mark.parametrize("key", ["x", "a" * 43, "..", "%00", "a" * 500])
def test_who_guesses_finds_nothing(client, person, key):
    CalendarKey.objects.create(person=person)
    assert client.get(f"/moite-sabitia/{key}.ics").status_code in (400, 404)


def test_who_was_suspended_or_has_left_has_no_calendar(client, person):
    CalendarKey.objects.create(person=person)
    address = address_of(person)
    person.is_active = False
    person.save()
    assert client.get(address).status_code == 404
    person.is_active = True
    person.save()
    erase(person)
    assert client.get(address).status_code == 404
    assert not CalendarKey.objects.exists()


def test_the_copy_of_own_data_names_the_calendar_without_its_secret(person):
    key = CalendarKey.objects.create(person=person)
    part = collectors["own-calendar"](person)
    assert part.rows and key.key not in str(part.rows)


@pytest.mark.parametrize("how_many", [1, 3, 20])
def test_the_own_calendar_costs_the_same_for_one_and_for_many(client, person, how_many):
    CalendarKey.objects.create(person=person, used_at=timezone.now())
    for number in range(how_many):
        register(person, event_on(f"2026-12-{number + 1:02} 10:00", f"Събитие {number}"))
    assert len(cost_of(client, address_of(person)).queries) == 5


# Elsewhere


def test_the_front_page_names_the_next_events(client):
    event_on("2026-12-10 10:00", "Предстоящо")
    event_on("2026-11-10 10:00", "Минало")
    html = client.get("/").content.decode()
    assert "Предстоящо" in html and "Минало" not in html
    assert "Предстоящо" in client.get("/en/").content.decode()


def test_a_profile_shows_what_comes_then_what_was(client, django_assert_num_queries):
    host, other = admit(make_organization()), admit(make_organization("НЧ „Искра“", "", "iskra"))
    event_on("2026-12-10 10:00", "Предстоящо", organization=host)
    event_on("2026-10-10 10:00", "Минало", organization=host)
    together = event_on("2026-12-11 10:00", "Съвместно", organization=other)
    together.co_hosts.add(host)
    together.save()
    event_on("2026-12-12 10:00", "Чуждо", organization=other)
    html = client.get("/organizatsii/mig-tundzha/").content.decode()
    assert html.index("Предстоящо") < html.index("Съвместно") < html.index("Минало")
    assert "Чуждо" not in html
    assert "/sabitia/?host=mig-tundzha" in html


def test_the_sitemap_lists_events_in_the_languages_they_are_in(client):
    make_role()
    event_on("2026-12-10 10:00", "Форум", slug="forum-i-dvete", title_en="Forum")
    event_on("2026-12-11 10:00", "Само", slug="samo")
    bg, en = (client.get(f"/sitemap-events-{code}.xml").content.decode() for code in ("bg", "en"))
    assert "/sabitia/forum-i-dvete/" in bg and "/sabitia/samo/" in bg
    assert "/en/events/forum-i-dvete/" in en and "samo" not in en
    assert "sitemap-events-bg.xml" in client.get("/sitemap.xml").content.decode()
