"""The lists of events: what comes, what was, the month; and what a reader can choose."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from events.enums import State
from events.models import Event
from members.admission import admit
from tests.cost import cost_of
from tests.factories.core import make_role
from tests.factories.events import at, make_event, make_part
from tests.factories.members import make_organization, make_user
from tests.factories.offers import make_theme, put_into_province
from tests.factories.places import make_municipality, make_settlement

pytestmark = pytest.mark.django_db
NOW = at("2026-11-24 09:00")
COMING = ["/sabitia/", "/en/events/"]
LISTS = [
    *COMING,
    "/sabitia/arhiv/",
    "/sabitia/mesec/2026-12/",
    "/en/events/mesec/2026-12/",
    "/sabitia/?kind=forum&province=BG343&theme=mladi-hora&host=mig-tundzha&since=2026-11-01&until=2027-06-01",
    "/sabitia/mesec/2026-12/?kind=forum&province=BG343",
    "/sabitia/?near=Крушаре&km=50",
]


@pytest.fixture(autouse=True)
def now(homes):
    with time_machine.travel(NOW, tick=False):
        yield


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def on(day: str, title: str, hours: int = 3, **fields) -> Event:
    starts_at = at(day)
    return make_event(title, starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours), **fields)


def test_what_comes_is_grouped_by_this_week_and_months(client):
    for day, title in (
        ("2026-12-10 10:00", "Декемврийският"),
        ("2026-11-29 10:00", "Неделният"),
        ("2026-11-30 10:00", "Понеделнишкият"),
        ("2027-01-12 10:00", "Догодишният"),
        ("2026-11-20 10:00", "Миналият"),
    ):
        on(day, title)
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
    on("2026-11-20 10:00", "Седмица на селото", hours=24 * 6)
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
    on("2026-12-10 10:00", "Форум")
    assert client.get("/sabitia/", {"from": place}).status_code == 404
    assert client.get("/sabitia/arhiv/", {"before": place}).status_code == 404


def test_cancelled_and_moved_are_said_in_words(client):
    on("2026-12-10 10:00", "Приемна", state=State.CANCELLED, state_note_bg="Нова дата до 15 декември.")
    on("2026-12-11 10:00", "Обучение", state=State.MOVED, state_note_bg="В друга зала.")
    for address in ("/sabitia/", "/sabitia/mesec/2026-12/"):
        html = html_of(client, address)
        assert "отменено" in html and "преместено" in html
    html = html_of(client, "/sabitia/")
    assert "Нова дата до 15 декември." in html and "В друга зала." in html


def test_an_event_of_several_days_stands_on_each_of_them(client):
    on("2026-12-30 10:00", "Зимна школа", hours=24 * 3 + 5)
    days = client.get("/sabitia/mesec/2026-12/").context["month"].days
    assert [day.date.day for day in days if day.events] == [30, 31]
    days = client.get("/sabitia/mesec/2027-01/").context["month"].days
    assert [day.date.isoformat() for day in days if day.events] == ["2027-01-01", "2027-01-02"]


def test_what_ends_at_midnight_is_not_on_the_next_day(client):
    on("2026-12-10 20:00", "Вечер", hours=4)
    make_event("Цял ден", starts_at=at("2026-12-15 00:00"), ends_at=at("2026-12-16 00:00"), all_day=True)
    days = client.get("/sabitia/mesec/2026-12/").context["month"].days
    assert [day.date.day for day in days if day.events] == [10, 15]
    assert "вторник, цял ден" in html_of(client, "/sabitia/")


def test_a_month_begins_with_the_monday_of_its_first_week(client):
    on("2026-12-10 10:00", "Форум")
    sheet = client.get("/sabitia/mesec/2026-12/").context["month"]
    assert (sheet.days[0].date.isoformat(), sheet.days[-1].date.isoformat()) == ("2026-11-30", "2027-01-03")
    assert (sheet.before.word, sheet.after.word) == ("2026-11", "2027-01")


def test_on_the_days_when_the_clock_changes_each_event_stands_once(client):
    with time_machine.travel(at("2027-03-20 09:00"), tick=False):
        on("2027-03-28 02:00", "През нощта", hours=3)
        on("2027-10-31 01:00", "Есента", hours=4)
        for month, day in (("2027-03", 28), ("2027-10", 31)):
            days = client.get(f"/sabitia/mesec/{month}/").context["month"].days
            assert [each.date.day for each in days if each.events] == [day]


@pytest.mark.parametrize("month", ["2021-10", "2031-12", "1000-01", "999999-12"])
def test_far_months_answer_without_asking_for_events(client, month, django_assert_max_num_queries):
    make_role()
    on("2026-12-10 10:00", "Форум")
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


@pytest.fixture
def four():
    """One event that fits every filter and three that fit none of them."""
    host, other = admit(make_organization()), admit(make_organization("НЧ „Искра“", "", "iskra"))
    put_into_province(host)
    yambol = make_settlement("Ямбол", make_municipality("Ямбол"), "town", latitude=42.48, longitude=26.5)
    sliven = make_settlement("Сливен", make_municipality("Сливен", "Сливен"), "town", latitude=42.68, longitude=26.32)
    vidin = make_settlement("Видин", make_municipality("Видин", "Видин"), "town", latitude=43.99, longitude=22.88)
    fits = on("2026-12-10 10:00", "Пасва", organization=host, kind="forum", settlement=yambol, is_online=True)
    fits.themes.set([make_theme("mladi-hora", "Млади хора")])
    fits.save()
    on("2026-12-12 10:00", "Сливенско", organization=other, kind="training", settlement=sliven)
    on("2027-03-12 10:00", "Видинско", organization=other, kind="training", settlement=vidin)
    on("2027-03-13 10:00", "Без място", organization=other, kind="training")
    return fits


def titles(client, query: str) -> list[str]:
    return [event.title for event in client.get(f"/sabitia/{query}").context["events"]]


@pytest.mark.parametrize(
    "query",
    [
        "?kind=forum",
        "?online=1",
        "?province=BG343",
        "?host=mig-tundzha",
        "?theme=mladi-hora",
        "?until=11.12.2026",
        "?until=2026-12-11",
        "?near=Ямбол&km=0",
        "?near=yambol&km=10",
        "?near=гр. Ямбол&km=10",
    ],
)
def test_each_filter_leaves_what_fits(client, four, query):
    assert titles(client, "") == ["Пасва", "Сливенско", "Видинско", "Без място"]
    assert titles(client, query) == ["Пасва"]
    assert [event.title for event in client.get(f"/sabitia/mesec/2026-12/{query}").context["month"].events] == ["Пасва"]


def test_the_day_from_which_and_the_co_host(client, four):
    assert titles(client, "?since=1.3.2027") == ["Видинско", "Без място"]
    four.co_hosts.add(make_organization("МИГ – Попово", "", "popovo"))
    four.save()
    assert titles(client, "?host=popovo") == ["Пасва"]


def test_can_i_go_there(client, four):
    assert titles(client, "?near=Ямбол") == ["Пасва"]
    assert titles(client, "?near=Ямбол&km=50") == ["Пасва", "Сливенско"]
    html = html_of(client, "/sabitia/?near=Ямбол&km=50")
    assert "на 27 км оттук" in html and "на 0 км оттук" in html


def test_a_village_without_coordinates_is_reckoned_from_the_town_of_its_municipality(client, four):
    make_settlement("Кукорево", make_municipality("Ямбол"))
    assert titles(client, "?near=Кукорево") == ["Пасва"]
    make_settlement("Крушаре", make_municipality("Тунджа"))
    assert titles(client, "?near=Крушаре") == ["Пасва"], "a municipality around the centre of its province"


def test_an_event_in_a_village_without_coordinates_is_found_from_around(client, four):
    village = make_settlement("Победа", make_municipality("Ямбол"))
    on("2026-12-20 10:00", "В Победа", settlement=village)
    assert titles(client, "?near=Сливен&km=50") == ["Пасва", "Сливенско", "В Победа"]
    assert titles(client, "?near=Победа&km=0") == ["В Победа"]
    on("2026-12-21 10:00", "В Роза", settlement=make_settlement("Роза"))
    make_settlement("Веселиново")
    assert titles(client, "?near=Веселиново") == ["Пасва", "В Победа", "В Роза"], "of the same municipality"


def test_of_several_places_of_a_name_each_can_be_chosen(client, four):
    first = make_settlement("Тенево", make_municipality("Тунджа"), latitude=42.35, longitude=26.57)
    second = make_settlement("Тенево", make_municipality("Видин", "Видин"), latitude=43.9, longitude=22.9)
    html = html_of(client, "/sabitia/?near=Тенево&km=25")
    other = second if titles(client, "?near=Тенево&km=25") == ["Пасва"] else first
    assert f"mesto={other.pk}" in html
    assert titles(client, f"?near=Тенево&mesto={second.pk}") == ["Видинско"]


def test_an_unknown_place_is_said_and_stays_typed(client, four):
    html = html_of(client, "/sabitia/?near=Ямбор")
    assert 'value="Ямбор"' in html and 'aria-invalid="true"' in html
    assert titles(client, "?near=Ямбор") == []
    assert "near=%D0%AF%D0%BC%D0%B1%D0%BE%D0%BB&" in html or 'near=%D0%AF%D0%BC%D0%B1%D0%BE%D0%BB"' in html


@pytest.mark.parametrize("day", ["32.12.2026", "вчера", "2026-02-30", "10.12.99999"])
def test_an_unreadable_day_is_said_and_stays_typed(client, four, day):
    html = html_of(client, f"/sabitia/?since={day}")
    assert f'value="{day}"' in html
    assert "Напишете деня така" in html
    assert "Пасва" in html


@pytest.mark.parametrize(
    "query",
    [
        "?kind=x&online=2&province=BG999&km=-1&mesto=9999999999999999999&near=Ямбол",
        "?host=%00&theme=%27&since=%00&until=%ED%A0%80",
        "?near=" + "я" * 5000,
        "?near=,&km=x",
        "?kind=forum&kind=training",
    ],
)
def test_nonsense_in_the_address_breaks_nothing(client, four, query):
    for address in (
        "/sabitia/",
        "/sabitia/arhiv/",
        "/sabitia/mesec/2026-12/",
        "/sabitia/rss/",
        "/sabitia/kalendar.ics",
    ):
        assert client.get(address + query).status_code in (200, 400)


def test_numbers_beside_the_kinds_are_those_of_the_other_filters(client, four):
    kinds = {kind["label"]: kind["number"] for kind in client.get("/sabitia/?until=2026-12-31").context["kinds"]}
    assert {str(label): number for label, number in kinds.items()} == {
        "Всички": 2, "форум": 1, "обучение": 1, "Онлайн": 1,
    }  # fmt: skip


def test_members_see_more_and_their_page_is_kept_by_nobody(client):
    on("2026-12-10 10:00", "Само за членове", audience="members")
    on("2026-12-11 10:00", "За всички")
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
    on("2026-12-10 10:00", "Чернова", publish=False)
    applicant = make_organization("Кандидат", "", "kandidat")
    applicant.status = "applicant"
    applicant.save()
    on("2026-12-11 10:00", "На кандидат", organization=applicant)
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
    event = on("2026-12-10 10:00", "Форум")
    assert "със записване" not in html_of(client, "/sabitia/")
    make_part(event)
    assert "със записване" in html_of(client, "/sabitia/")


def test_an_empty_calendar_and_an_empty_choice_say_what_to_do(client):
    assert "Сега няма нищо в плана" in html_of(client, "/sabitia/")
    assert "Тук архивът е празен" in html_of(client, "/sabitia/arhiv/")
    on("2026-12-10 10:00", "Форум", kind="forum")
    assert "Нищо от избраното" in html_of(client, "/sabitia/?kind=training")
    assert "Премахнете филтър" in html_of(client, "/sabitia/?kind=training")


@pytest.fixture
def fill():
    make_role()
    hosts = [admit(make_organization()), admit(make_organization("НЧ „Искра“", "", "iskra"))]
    for host in hosts:
        put_into_province(host)
    themes = [make_theme(), make_theme("mladi-hora", "Млади хора", "Young people")]
    settlement = make_settlement("Крушаре", latitude=42.6, longitude=26.4)

    def fill(how_many, first=0):
        for number in range(first, first + how_many):
            for base in (at("2026-12-01 10:00"), at("2026-10-01 10:00")):
                starts_at = base + timedelta(days=number % 28)
                fields = {"organization": hosts[number % 2], "settlement": settlement, "kind": "forum"}
                event = make_event(
                    f"Форум {number}", starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **fields
                )
                event.themes.set(themes)
                event.save()
                make_part(event)

    return fill


@pytest.mark.parametrize("address", LISTS)
def test_a_list_does_not_grow_with_its_events(client, fill, address):
    fill(1)
    one = cost_of(client, address)
    fill(2, 1)
    three = cost_of(client, address)
    for cost in (one, three):
        assert len(cost.queries) <= 10, "\n\n".join(cost.queries)
        assert not cost.repeated and not cost.writes
        assert cost.html_gz <= 30_000
    assert len(three.queries) == len(one.queries), "\n\n".join(three.queries)
    assert " OFFSET " not in " ".join(three.queries)
    assert "COUNT(" not in " ".join(sql for sql in three.queries if "GROUP BY" not in sql)


def many(how_many: int, settlement=None) -> None:
    organization = make_organization()
    begin = at("2026-12-01 08:00")
    Event.objects.bulk_create(
        Event(
            title_bg=f"Информационна среща № {number} за допустимите разходи",
            slug=f"sreshta-{number}",
            organization=organization,
            settlement=settlement,
            place_bg="Народно читалище „Просвета – 1907“",
            starts_at=begin + timedelta(hours=number * (720 / how_many)),
            ends_at=begin + timedelta(hours=number * (720 / how_many) + 2),
            last_published_at=begin,
            live=True,
        )
        for number in range(how_many)
    )


@pytest.mark.parametrize("how_many", [300, 5000])
def test_a_full_calendar_stays_within_its_budget(client, fill, how_many):
    fill(1)
    few = {address: cost_of(client, address) for address in LISTS}
    many(how_many, make_settlement("Крушаре"))
    for address in LISTS:
        cost = cost_of(client, address)
        assert len(cost.queries) <= 10, "\n\n".join(cost.queries)
        assert len(cost.queries) == len(few[address].queries)
        assert not cost.repeated and not cost.writes
        assert cost.html_gz <= 30_000, (address, cost.html_gz)
