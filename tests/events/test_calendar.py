"""The lists of events: what comes, what was, the month."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from events.enums import State
from tests.factories.core import make_role
from tests.factories.events import at, event_on, make_event, make_part
from tests.factories.members import make_organization, make_user

pytestmark = pytest.mark.django_db
NOW = at("2026-11-24 09:00")


@pytest.fixture(autouse=True)
def now(homes):
    with time_machine.travel(NOW, tick=False):
        yield


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def test_what_comes_is_grouped_by_this_week_and_months(client):
    for day, title in (
        ("2026-12-10 10:00", "Декемврийският"),
        ("2026-11-29 10:00", "Неделният"),
        ("2026-11-30 10:00", "Понеделнишкият"),
        ("2027-01-12 10:00", "Догодишният"),
        ("2026-11-20 10:00", "Миналият"),
    ):
        event_on(day, title)
    groups = client.get("/sabitia/").context["groups"]
    assert [(group.title, [event.title for event in group.events]) for group in groups] == [
        ("Тази седмица", ["Неделният"]),
        ("Ноември", ["Понеделнишкият"]),
        ("Декември", ["Декемврийският"]),
        ("Януари 2027\N{NO-BREAK SPACE}г.", ["Догодишният"]),
    ]
    html = html_of(client, "/sabitia/")
    assert "Миналият" not in html.partition('id="mesec"')[0]
    assert "четвъртък, 10:00–13:00" in html
    assert "Миналият" in html_of(client, "/sabitia/arhiv/")


def test_what_goes_on_for_days_comes_until_it_is_over(client):
    event_on("2026-11-20 10:00", "Седмица на селото", hours=24 * 6)
    assert "Седмица на селото" in html_of(client, "/sabitia/")
    assert "Седмица на селото" not in html_of(client, "/sabitia/arhiv/")


@pytest.mark.parametrize("address", ["/sabitia/", "/sabitia/arhiv/"])
def test_the_list_is_turned_without_losing_or_repeating_anything(client, address):
    sign = 1 if address == "/sabitia/" else -1
    for number in range(30):
        # Several at the same moment: the key decides then.
        moment = timezone.now() + sign * timedelta(days=2 + number // 4)
        make_event(f"Събитие {number:02}", starts_at=moment, ends_at=moment + timedelta(hours=1))
    seen, here = [], address
    while here:
        context = client.get(here).context
        seen += [event.title for event in context["events"]]
        further = context.get("further") or context.get("older")
        here = further and address + further
    assert sorted(seen) == [f"Събитие {number:02}" for number in range(30)]


@pytest.mark.parametrize(
    "place",
    [
        "x",
        "2026-12-01T10:00:00_1",
        "_1",
        "2026-12-01T10:00:00+00:00_99999999999999999999",
        "2090-01-01T00:00:00+00:00_1",
    ],
)
def test_no_such_place_in_the_list(client, place):
    event_on("2026-12-10 10:00", "Форум")
    assert client.get("/sabitia/", {"from": place}).status_code == 404
    assert client.get("/sabitia/arhiv/", {"before": place}).status_code == 404


def test_cancelled_and_moved_are_said_in_words(client):
    event_on("2026-12-10 10:00", "Приемна", state=State.CANCELLED, state_note_bg="Нова дата до 15 декември.")
    event_on("2026-12-11 10:00", "Обучение", state=State.MOVED, state_note_bg="В друга зала.")
    for address in ("/sabitia/", "/sabitia/mesec/2026-12/"):
        html = html_of(client, address)
        assert "отменено" in html and "преместено" in html
    html = html_of(client, "/sabitia/")
    assert "Нова дата до 15 декември." in html and "В друга зала." in html


def test_an_event_of_several_days_stands_on_each_of_them(client):
    event_on("2026-12-30 10:00", "Зимна школа", hours=24 * 3 + 5)
    days = client.get("/sabitia/mesec/2026-12/").context["month"].days
    assert [day.date.day for day in days if day.events] == [30, 31]
    days = client.get("/sabitia/mesec/2027-01/").context["month"].days
    assert [day.date.isoformat() for day in days if day.events] == ["2027-01-01", "2027-01-02"]


def test_what_ends_at_midnight_is_not_on_the_next_day(client):
    event_on("2026-12-10 20:00", "Вечер", hours=4)
    make_event("Цял ден", starts_at=at("2026-12-15 00:00"), ends_at=at("2026-12-16 00:00"), all_day=True)
    days = client.get("/sabitia/mesec/2026-12/").context["month"].days
    assert [day.date.day for day in days if day.events] == [10, 15]
    assert "вторник, цял ден" in html_of(client, "/sabitia/")


def test_a_month_begins_with_the_monday_of_its_first_week(client):
    event_on("2026-12-10 10:00", "Форум")
    sheet = client.get("/sabitia/mesec/2026-12/").context["month"]
    assert (sheet.days[0].date.isoformat(), sheet.days[-1].date.isoformat()) == ("2026-11-30", "2027-01-03")
    assert (sheet.before.word, sheet.after.word) == ("2026-11", "2027-01")


def test_on_the_days_when_the_clock_changes_each_event_stands_once(client):
    with time_machine.travel(at("2027-03-20 09:00"), tick=False):
        event_on("2027-03-28 02:00", "През нощта", hours=3)
        event_on("2027-10-31 01:00", "Есента", hours=4)
        for month, day in (("2027-03", 28), ("2027-10", 31)):
            days = client.get(f"/sabitia/mesec/{month}/").context["month"].days
            assert [each.date.day for each in days if each.events] == [day]


@pytest.mark.parametrize("month", ["2021-10", "2031-12", "1000-01", "999999-12"])
def test_far_months_answer_without_asking_for_events(client, month, django_assert_max_num_queries):
    make_role()
    event_on("2026-12-10 10:00", "Форум")
    html_of(client, "/sabitia/mesec/2026-12/")
    with django_assert_max_num_queries(5) as captured:
        response = client.get(f"/sabitia/mesec/{month}/")
    assert response.status_code == 200
    assert "Календарът не стига дотам" in response.content.decode()
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '"events_event"' not in " ".join(query["sql"] for query in captured.captured_queries)


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026-1", "26-01", "0000000-01", "٢٠٢٦-01", "2026-12x"])
def test_what_is_no_month_is_not_found(client, month):
    assert client.get(f"/sabitia/mesec/{month}/").status_code == 404


def test_months_nearby_may_be_found_and_others_not(client):
    assert "X-Robots-Tag" not in client.get("/sabitia/mesec/2026-12/").headers
    assert client.get("/sabitia/mesec/2030-12/").headers["X-Robots-Tag"] == "noindex"
    assert client.get("/sabitia/mesec/2026-12/?kind=forum").headers["X-Robots-Tag"] == "noindex"
    assert client.get("/sabitia/?kind=forum").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/sabitia/").headers


def test_members_see_more_and_their_page_is_kept_by_nobody(client):
    event_on("2026-12-10 10:00", "Само за членове", audience="members")
    event_on("2026-12-11 10:00", "За всички")
    for address in ("/sabitia/", "/sabitia/mesec/2026-12/"):
        response = client.get(address)
        assert "За всички" in response.content.decode() and "Само за членове" not in response.content.decode()
        assert not response.cookies and "cookie" not in response.headers.get("Vary", "").lower()
    assert client.get("/sabitia/").context["kinds"][0]["number"] == 1
    client.force_login(make_user())
    for address in ("/sabitia/", "/sabitia/mesec/2026-12/"):
        response = client.get(address)
        assert "Само за членове" in response.content.decode()
        assert "private" in response.headers["Cache-Control"]


def test_drafts_and_events_of_applicants_are_in_no_list(client):
    event_on("2026-12-10 10:00", "Чернова", publish=False)
    applicant = make_organization("Кандидат", "", "kandidat")
    applicant.status = "applicant"
    applicant.save()
    event_on("2026-12-11 10:00", "На кандидат", organization=applicant)
    for address in (
        "/sabitia/",
        "/sabitia/mesec/2026-12/",
        "/sabitia/arhiv/",
        "/sabitia/rss/",
        "/sabitia/kalendar.ics",
    ):
        body = client.get(address).content.decode()
        assert "Чернова" not in body and "На кандидат" not in body


def test_a_row_says_that_one_registers(client):
    event = event_on("2026-12-10 10:00", "Форум")
    assert "със записване" not in html_of(client, "/sabitia/")
    make_part(event)
    assert "със записване" in html_of(client, "/sabitia/")


def test_an_empty_calendar_and_an_empty_choice_say_what_to_do(client):
    assert "Сега няма нищо в плана" in html_of(client, "/sabitia/")
    assert "Тук архивът е празен" in html_of(client, "/sabitia/arhiv/")
    event_on("2026-12-10 10:00", "Форум", kind="forum")
    assert "Нищо от избраното" in html_of(client, "/sabitia/?kind=training")
    assert "Премахнете филтър" in html_of(client, "/sabitia/?kind=training")
