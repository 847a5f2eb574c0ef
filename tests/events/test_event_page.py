"""One event as readers see it."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from icalendar import Calendar

from core.models import FormerWord
from events.enums import SeatState, State
from events.models import Event, ProgrammeItem
from members.admission import admit
from tests.cost import calls_for, cost_of
from tests.factories.core import make_document, make_role
from tests.factories.events import at, make_event, make_forum, make_part, take_seats
from tests.factories.members import make_organization, make_user
from tests.factories.news import make_rubric
from tests.factories.offers import make_theme
from tests.html import problems

pytestmark = pytest.mark.django_db
NOW = at("2026-11-24 09:00")
TIMES = {"starts_at": at("2026-12-10 10:00"), "ends_at": at("2026-12-10 16:30")}


@pytest.fixture(autouse=True)
def now(homes):
    with time_machine.travel(NOW, tick=False):
        yield


def html_of(client, event: Event, section: str = "/sabitia", **more) -> str:
    response = client.get(f"{section}/{event.slug}/", **more)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


@pytest.mark.parametrize("section", ["/sabitia", "/en/events"])
def test_everything_a_reader_needs_stands_there(client, section):
    event = make_forum(**TIMES)
    part = make_part(event, "Форум", capacity=80)
    take_seats(part, 3)
    html = html_of(client, event, section)
    assert problems(html) == []
    assert "Written(" not in html
    for words in ("комплекс „Екатерина“", "голямата зала", "Автобус от Ямбол в", "Дълъг текст", "Въпроси от медиите"):
        assert words in html
    for address in ("organizatsii" if section == "/sabitia" else "organisations",):
        assert f"/{address}/mig-tundzha/" in html and f"/{address}/iskra/" in html
    assert "geo:42.44,26.63" in html
    assert "taen-vhod" not in html and "Таен Записан" not in html and "taen@example.org" not in html
    assert "<b>77</b>" in html
    if section == "/sabitia":
        assert "четвъртък, 10\xa0декември 2026\xa0г." in html or "четвъртък, 10 декември 2026" in html
        assert "10:00–16:30" in html
        assert "свободни места от 80" in html
        assert "вход без стъпала, жестов превод" in html
    else:
        assert "National forum" in html and 'lang="bg"' in html


def test_seats_left_count_only_those_for_everybody(client):
    event = make_event(**TIMES)
    part = make_part(event, "Форум", capacity=10, reserved=4)
    take_seats(part, 2)
    take_seats(part, 1, SeatState.HELD)
    take_seats(part, 3, reserved=True)
    take_seats(part, 1, SeatState.CANCELLED)
    html = html_of(client, event)
    assert "<b>3</b>" in html and "от 6" in html
    take_seats(part, 3)
    take_seats(part, 2, SeatState.WAITING)
    html = html_of(client, event)
    assert "Всички места са заети" in html and "чакат 2 души" in html and "списъка на чакащите" in html


def test_registration_is_offered_only_while_it_is_open(client):
    event = make_event(**TIMES)
    part = make_part(event, "Форум")
    assert f'href="/zapisvane/{event.slug}/"' in html_of(client, event)
    assert f'href="/en/zapisvane/{event.slug}/"' in html_of(client, event, "/en/events")
    for changes, said in (
        ({"opens_at": timezone.now() + timedelta(days=1)}, "Записването започва на"),
        ({"opens_at": None, "closes_at": timezone.now() - timedelta(days=1)}, "Записването е затворено."),
        ({"closes_at": None, "registration": False}, "вход свободен, без записване"),
    ):
        for name, value in changes.items():
            setattr(part, name, value)
        part.save()
        html = html_of(client, event)
        assert said in html and "zapisvane" not in html
    part.registration = True
    part.save()
    Event.objects.filter(pk=event.pk).update(state=State.CANCELLED)
    assert "zapisvane" not in html_of(client, event)


@pytest.mark.parametrize(
    ("state", "words", "status"),
    [
        (State.CANCELLED, "Събитието е отменено", "EventCancelled"),
        (State.MOVED, "Събитието е преместено", "EventRescheduled"),
        (State.HELD, "Събитието приключи", "EventScheduled"),
    ],
)
def test_how_it_stands_is_said_with_its_note(client, state, words, status):
    event = make_event(state=state, state_note_bg="Залата е наводнена.", **TIMES)
    html = html_of(client, event)
    assert words in html and "Залата е наводнена." in html
    assert f"https://schema.org/{status}" in html


def test_json_ld_says_when_where_and_whose_and_not_the_link(client):
    event = make_forum(**TIMES)
    html = html_of(client, event)
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])["@graph"]
    about, crumbs = graph
    assert about["@type"] == "Event"
    assert about["startDate"] == "2026-12-10T10:00:00+02:00"
    assert about["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    place, online = about["location"]
    assert place["address"]["addressLocality"] == "Веселиново" and place["geo"]["latitude"] == 42.44
    assert online["url"].endswith(f"/sabitia/{event.slug}/")
    assert [one["name"] for one in about["organizer"]] == ["МИГ – Тунджа", "НЧ „Искра“"]
    assert about["image"].startswith("http://localhost:8000/media/")
    assert [step["name"] for step in crumbs["itemListElement"]] == ["Начало", "Събития", "Национален форум"]


def test_links_to_other_calendars(client):
    html = html_of(client, make_forum(**TIMES))
    assert "calendar.google.com/calendar/render?action=TEMPLATE" in html
    assert "dates=20261210T080000Z%2F20261210T143000Z" in html
    assert "outlook.live.com/calendar" in html and "startdt=2026-12-10T10%3A00%3A00%2B02%3A00" in html


def test_the_file_of_one_event(client):
    event = make_forum(**TIMES)
    response = client.get(f"/sabitia/{event.slug}/sabitie.ics")
    assert response.headers["Content-Type"].startswith("text/calendar")
    (entry,) = Calendar.from_ical(response.content).events
    assert entry["summary"] == "Национален форум"
    assert b"taen-vhod" not in response.content
    assert client.get("/sabitia/nyama/sabitie.ics").status_code == 404


def test_an_old_address_leads_on(client):
    event = make_event(**TIMES)
    old = event.slug
    event.slug = "nov-adres"
    event.save()
    assert FormerWord.objects.filter(word=old).exists()
    response = client.get(f"/en/events/{old}/")
    assert (response.status_code, response.url) == (301, "/en/events/nov-adres/")


def test_an_untranslated_event_says_so_and_belongs_to_its_original(client):
    event = make_event("Форум", services=["interpreting"], **TIMES)
    html = html_of(client, event, "/en/events")
    assert "This event is described in Bulgarian only" in html
    assert f'rel="canonical" href="http://localhost:8000/sabitia/{event.slug}/"' in html
    assert "hreflang" not in html.partition("</head>")[0]


def test_what_is_for_members_is_nobody_elses(client):
    event = make_event("Само за членове", audience="members", **TIMES)
    addresses = [f"/sabitia/{event.slug}/", f"/en/events/{event.slug}/", f"/sabitia/{event.slug}/sabitie.ics"]
    event.slug = "drug-adres"
    event.save()
    addresses.append("/sabitia/drug-adres/")
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 404 and "Само за членове" not in response.content.decode()
    client.force_login(make_user())
    response = client.get("/sabitia/drug-adres/")
    assert "Само за членове" in response.content.decode()
    assert "private" in response.headers["Cache-Control"]
    assert client.get(addresses[0]).status_code == 302, "not kept by browsers for whoever comes next"


def test_a_reader_gets_no_cookie(client):
    response = client.get(f"/sabitia/{make_forum(**TIMES).slug}/")
    assert not response.cookies and "cookie" not in response.headers.get("Vary", "").lower()


def test_other_events_of_the_host_stand_below(client):
    event = make_event("Този", **TIMES)
    make_event("Следващ", starts_at=at("2026-12-20 10:00"), ends_at=at("2026-12-20 12:00"))
    make_event("Таен следващ", audience="members", starts_at=at("2026-12-21 10:00"), ends_at=at("2026-12-21 12:00"))
    make_event("Чужд", make_organization("НЧ „Искра“", "", "iskra"))
    make_event("Отминал", starts_at=at("2026-10-20 10:00"), ends_at=at("2026-10-20 12:00"))
    html = html_of(client, event)
    assert "Следващ" in html
    for title in ("Таен следващ", "Чужд", "Отминал"):
        assert title not in html


def test_a_programme_of_several_days_names_them(client):
    event = make_event(starts_at=at("2026-12-10 10:00"), ends_at=at("2026-12-11 16:00"))
    for order, day in enumerate(("2026-12-10", "2026-12-11")):
        ProgrammeItem.objects.create(
            event=event, level=0, title_bg=f"Ден {order + 1}", starts_at=at(f"{day} 10:00"), sort_order=order
        )
    html = html_of(client, event)
    assert "11 декември 2026" in html.replace("\xa0", " ") and "Ден 2" in html


def test_titles_cannot_break_out(client):
    event = make_event("</script><b>Заглавие & още", place_bg="<img src=x>", **TIMES)
    html = html_of(client, event)
    assert "</script><b>" not in html and "<img src=x>" not in html


@pytest.mark.parametrize("section", ["/sabitia", "/en/events"])
def test_an_event_costs_the_same_with_few_things_and_with_many(client, section):
    make_role()
    event = make_forum(**TIMES)
    make_part(event, capacity=5)
    few = cost_of(client, f"{section}/{event.slug}/")
    for number in range(4):
        take_seats(make_part(event, f"Част {number}", capacity=20), 3)
        other = admit(make_organization(f"НЧ {number}", "", f"nch-{number}"))
        event.co_hosts.add(other)
        event.rubrics.add(make_rubric(f"Рубрика {number}", f"rubrika-{number}"))
        make_event(f"Още {number}")
        ProgrammeItem.objects.create(
            event=event, title_bg=f"Точка {number}", organization=other, material=make_document(), sort_order=9 + number
        )
    event.save()
    many = cost_of(client, f"{section}/{event.slug}/")
    for cost in (few, many):
        assert len(cost.queries) <= 10, "\n\n".join(cost.queries)
        assert not cost.repeated and not cost.writes
        assert cost.html_gz <= 30_000
    assert len(few.queries) == len(many.queries)
    assert calls_for(client, f"{section}/{event.slug}/") <= 100_000


def test_a_draft_is_previewed_as_readers_will_see_it(client, officer):
    event = make_event("Чернова", publish=False, **TIMES)
    client.force_login(officer)
    for code in ("bg", "en"):
        response = event.make_preview_request(preview_mode=code)
        assert response.status_code == 200 and "Чернова" in response.content.decode()
    assert client.get(f"/sabitia/{event.slug}/").status_code == 404


def test_themes_lead_to_the_events_of_the_same_theme(client):
    event = make_event(**TIMES)
    event.themes.set([make_theme("mladi-hora", "Млади хора", "Young people"), make_theme()])
    event.save()
    html = html_of(client, event)
    assert 'href="/sabitia/?theme=mladi-hora">Млади хора</a>' in html
    assert 'href="/sabitia/?theme=selski-turizam">Селски туризъм</a>' in html
    assert 'href="/en/events/?theme=mladi-hora">Young people</a>' in html_of(client, event, "/en/events")
    assert "?theme=" not in html_of(client, make_event("Без теми", **TIMES))
