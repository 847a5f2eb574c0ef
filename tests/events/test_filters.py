"""What a reader can choose in the calendar, and what stands in the address."""

import pytest
import time_machine

from events.models import Event
from members.admission import admit
from tests.factories.events import at, event_on
from tests.factories.members import make_organization
from tests.factories.offers import make_theme, put_into_province
from tests.factories.places import make_municipality, make_settlement

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]
NOW = at("2026-11-24 09:00")


@pytest.fixture(autouse=True)
def now(homes):
    with time_machine.travel(NOW, tick=False):
        yield


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


@pytest.fixture(scope="module")
def four_laid(lay):
    return lay(make_four)


@pytest.fixture
def four(four_laid, homes):
    return four_laid()


@time_machine.travel(NOW, tick=False)
def make_four():
    """One event that fits every filter and three that fit none of them."""
    host, other = admit(make_organization()), admit(make_organization("НЧ „Искра“", "", "iskra"))
    put_into_province(host)
    yambol = make_settlement("Ямбол", make_municipality("Ямбол"), "town", latitude=42.48, longitude=26.5)
    sliven = make_settlement("Сливен", make_municipality("Сливен", "Сливен"), "town", latitude=42.68, longitude=26.32)
    vidin = make_settlement("Видин", make_municipality("Видин", "Видин"), "town", latitude=43.99, longitude=22.88)
    fits = event_on("2026-12-10 10:00", "Пасва", organization=host, kind="forum", settlement=yambol, is_online=True)
    fits.themes.set([make_theme("mladi-hora", "Млади хора")])
    fits.save()
    event_on("2026-12-12 10:00", "Сливенско", organization=other, kind="training", settlement=sliven)
    event_on("2027-03-12 10:00", "Видинско", organization=other, kind="training", settlement=vidin)
    event_on("2027-03-13 10:00", "Без място", organization=other, kind="training")
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
    assert "на 27 км оттук" in html and "на 0 км" not in html


def test_a_village_without_coordinates_is_reckoned_from_the_town_of_its_municipality(client, four):
    make_settlement("Кукорево", make_municipality("Ямбол"))
    assert titles(client, "?near=Кукорево") == ["Пасва"]
    make_settlement("Крушаре", make_municipality("Тунджа"))
    assert titles(client, "?near=Крушаре") == ["Пасва"], "a municipality around the centre of its province"


def test_an_event_in_a_village_without_coordinates_is_found_from_around(client, four):
    village = make_settlement("Победа", make_municipality("Ямбол"))
    event_on("2026-12-20 10:00", "В Победа", settlement=village)
    assert titles(client, "?near=Сливен&km=50") == ["Пасва", "Сливенско", "В Победа"]
    assert titles(client, "?near=Победа&km=0") == ["В Победа"]
    event_on("2026-12-21 10:00", "В Роза", settlement=make_settlement("Роза"))
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


PARTS = {"lag": "МИГ", "ngo": "Сдружение", "chitalishte": "Читалище", "municipality": "Община", "partners": "Партньор"}


@pytest.fixture
def parts(homes):
    """An event of each part of the network, called after it."""
    for number, (part, name) in enumerate(PARTS.items()):
        host = make_organization(name, "", f"domakin-{part}")
        host.kind, host.status = (part, "member") if part != "partners" else ("other", "partner")
        host.save()
        admit(host) if part != "partners" else host.save_revision().publish()
        event_on(f"2026-12-1{number} 10:00", name, organization=host)
    return PARTS


@pytest.mark.parametrize(("part", "name"), PARTS.items())
def test_the_part_of_the_network_leaves_what_fits_everywhere(client, parts, part, name):
    query = f"?part={part}"
    assert titles(client, query) == [name]
    month = client.get(f"/sabitia/mesec/2026-12/{query}")
    assert [event.title for event in month.context["month"].events] == [name]
    for feed in ("rss/", "atom/", "kalendar.ics"):
        text = client.get(f"/sabitia/{feed}{query}").content.decode()
        assert f"/sabitia/{slugs(name)}/" in text, feed
        assert not [other for other in PARTS.values() if other != name and f"/sabitia/{slugs(other)}/" in text]
    html = html_of(client, f"/en/events/{query}&kind=forum")
    assert f'<option value="{part}" selected>' in html and f"rss/?kind=forum&amp;part={part}" in html


def slugs(name: str) -> str:
    return Event.objects.get(title_bg=name).slug


def test_members_partners_and_co_hosts(client, parts):
    assert titles(client, "?part=members") == [name for part, name in PARTS.items() if part != "partners"]
    assert titles(client, "?part=nonsense") == list(PARTS.values())
    event = event_on("2026-12-20 10:00", "Заедно", organization=make_organization("Сдружение", "", "domakin-ngo"))
    event.co_hosts.add(make_organization("Читалище", "", "domakin-chitalishte"))
    event.save()
    assert titles(client, "?part=chitalishte") == ["Читалище", "Заедно"]
