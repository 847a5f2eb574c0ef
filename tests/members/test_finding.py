"""„Намерете своята МИГ“: whatever is typed, the right answer, an honest one, or a way on."""

import pytest

from members.enums import Membership, Period
from members.models import Organization
from tests.factories.core import make_role
from tests.factories.places import make_municipality, make_settlement
from tests.factories.territories import add_strategy, make_lag

pytestmark = pytest.mark.django_db
FIND = "/organizatsii/namerete/"


@pytest.fixture
def tundzha():
    """МИГ – Тунджа: its municipality, and Крушаре of the municipality of Сливен."""
    sliven = make_municipality("Сливен", "BG342")
    krushare = make_settlement("Крушаре", sliven)
    for name in ("Чарган", "Генерал Инзово", "Търнава"):
        make_settlement(name)
    seat = make_settlement("Ямбол", make_municipality("Ямбол"), kind="town", latitude=42.48, longitude=26.5)
    return make_lag("МИГ – Тунджа", [make_municipality()], plus=[krushare], settlement=seat, phone="+359 46 123 456")


def places(client, query, prefix="") -> list[dict]:
    return client.get(f"{prefix}/organizatsii/namerete.json", {"q": query}).json()["places"]


def page(client, query, **more) -> str:
    return client.get(FIND, {"q": query} | more).content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        *("Крушаре", "крушаре", "  КРУШАРЕ ", "с. Крушаре", "село Крушаре", "с.Крушаре, община Сливен"),
        *("Krushare", "kru6are", "krusare"[:4] + "hare", "selo krushare", "Крушаре (Сливен)", "Крушаре / Сливен"),
    ],
)
def test_a_village_however_it_is_typed(client, tundzha, typed):
    html = page(client, typed)
    assert "с.\xa0Крушаре" in html and "община Сливен, област Сливен" in html
    assert 'href="/organizatsii/' + tundzha.slug in html and 'href="tel:+35946123456"' in html


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("4argan", "с. Чарган"),
        ("General-Inzovo", "с. Генерал Инзово"),
        ("tyrnava", "с. Търнава"),
        ("qmbol", "гр. Ямбол"),
    ],
)
def test_informal_latin(client, tundzha, typed, name):
    assert [place["name"] for place in places(client, typed)] == [name]


def test_a_municipality_has_its_group_too(client, tundzha):
    (place,) = places(client, "община Тунджа")
    assert place["name"] == "община Тунджа" and [lag["name"] for lag in place["lags"]] == ["МИГ – Тунджа"]


def test_settlements_left_out_of_a_territory_have_none(client, tundzha):
    town = make_settlement("Казанлък", make_municipality("Казанлък", "BG344"), kind="town")
    village = make_settlement("Шейново", town.municipality)
    make_lag("МИГ – Мъглиж", [town.municipality], without=[town])
    (place,) = places(client, "Казанлък")
    assert place["lags"] == []
    (place,) = places(client, village.name_bg)
    assert [lag["name"] for lag in place["lags"]] == ["МИГ – Мъглиж"]


def test_earlier_periods_stand_apart(client, tundzha):
    village = make_settlement("Лозарево", make_municipality("Сунгурларе", "BG341"))
    kotel = make_lag("МИГ Котел", [make_municipality("Котел", "BG342")], phone="+359 46 123 457")
    add_strategy(kotel, [village.municipality], period=Period.P2014)
    (place,) = places(client, "Лозарево")
    assert [(lag["name"], lag["period"], lag["now"]) for lag in place["lags"]] == [("МИГ Котел", "2014–2020", False)]
    html = page(client, "Лозарево")
    assert "тук не работи местна инициативна група" in html
    assert "В предишни периоди" in html and "2014–2020: <a" in html


def test_several_places_of_a_name_are_told_apart(client, tundzha):
    make_settlement("Дряново")
    make_settlement("Дряново", make_municipality("Дряново", "BG322"), kind="town")
    html = page(client, "Дряново")
    assert "Има няколко места" in html
    assert "община Тунджа, област Ямбол" in html and "община Дряново, област Габрово" in html
    (place,) = places(client, "Дряново, Тунджа")
    assert place["where"] == "община Тунджа, област Ямбол"
    (place,) = places(client, "дряново област габрово".replace(" област", ", област"))
    assert place["name"] == "гр. Дряново"
    answer = client.get(place["url"]).content.decode()
    assert "Има няколко места" not in answer and "гр.\xa0Дряново" in answer


def test_where_nobody_works_the_nearest_and_whom_to_ask(client, tundzha):
    make_role("obsht", title_bg="Общи въпроси")
    make_role("lag-coordinator", title_bg="Координатор за МИГ", phone="+359 2 123 456")
    make_lag("МИГ Видин", [make_municipality("Видин", "BG311")], settlement=make_settlement(
        "Видин", make_municipality("Видин", "BG311"), kind="town", latitude=43.99, longitude=22.88
    ))  # fmt: skip
    make_settlement("Болярово", make_municipality("Болярово"), kind="town", latitude=42.15, longitude=26.81)
    html = page(client, "Болярово")
    assert "Най-близката е на около 4" in html and "МИГ\xa0– Тунджа" in html and "МИГ Видин" not in html
    asked = html.partition("Попитайте ни")[2].partition("</section>")[0]
    assert "Координатор за МИГ" in asked and 'href="/pishete/lag-coordinator/"' in asked and "Общи" not in asked


def test_a_place_without_coordinates_is_near_its_municipality_or_province(client, tundzha):
    make_settlement("Странджа", make_municipality("Болярово"))
    answer = client.get("/organizatsii/namerete.json", {"q": "Странджа"}).json()
    assert answer["nearest"]["name"] == "МИГ – Тунджа" and answer["nearest"]["kilometres"] < 60


def test_a_name_nearly_right_is_offered(client, tundzha):
    html = page(client, "крушере")
    assert "Не намерихме място" in html and f'href="?q={"%D0%9A%D1%80%D1%83%D1%88%D0%B0%D1%80%D0%B5"}"' in html


def test_suggestions_begin_with_what_is_typed(client, tundzha):
    make_settlement("Крушари", make_municipality("Крушари", "BG332"))
    assert [place["name"] for place in places(client, "круша")] == ["с. Крушаре", "с. Крушари"]
    assert places(client, "к") == []
    for number in range(12):
        make_settlement(f"Крушево {number}")
    assert len(places(client, "krush")) == 8


@pytest.mark.parametrize("hide", [{"live": False}, {"status": Membership.APPLICANT}])
def test_groups_that_are_not_published_stay_out(client, tundzha, hide):
    Organization.objects.filter(pk=tundzha.pk).update(**hide)
    answer = client.get("/organizatsii/namerete.json", {"q": "Крушаре"})
    assert answer.json()["places"][0]["lags"] == [] and "46 123 456" not in answer.content.decode()
    assert tundzha.slug not in page(client, "Крушаре")


def test_in_english(client, tundzha):
    answer = client.get("/en/organisations/namerete.json", {"q": "Krushare"}).json()
    (place,) = answer["places"]
    assert (place["name"], place["where"]) == ("Krushare", "municipality of Sliven, province Sliven")
    assert place["lags"][0]["url"].endswith(f"/en/organisations/{tundzha.slug}/")
    html = client.get("/en/organisations/namerete/", {"q": "Krushare"}).content.decode()
    assert f'<a href="/en/organisations/{tundzha.slug}/">' in html and 'lang="bg-Latn"' in html


@pytest.mark.parametrize(
    "data",
    [
        *(
            {"q": "%"},
            {"q": "_" * 500},
            {"q": "'; --"},
            {"q": "<script>"},
            {"q": "4" * 80},
            {"q": ",,,;(/"},
            {"q": "с."},
        ),
        *({"mesto": "9" * 18}, {"mesto": "-1"}, {"mesto": "x"}, {"obshtina": "٣"}, {"q": "\ud83d\ude00"[0:0]}, {}),
    ],
)
def test_whatever_comes_is_answered(client, tundzha, data):
    for address in (FIND, "/organizatsii/namerete.json"):
        response = client.get(address, data)
        assert response.status_code == 200
        assert "<script>" not in response.content.decode() or response.headers["Content-Type"] == "application/json"
        assert response.headers["X-Robots-Tag"] == "noindex" and not response.cookies


def test_the_work_is_bounded(client, tundzha, django_assert_max_num_queries):
    for number in range(30):
        make_lag(f"МИГ {number}", [make_settlement("Ново село", make_municipality(f"Община {number}")).municipality])
    with django_assert_max_num_queries(11):
        html = page(client, "Ново село")
    assert html.count("област Ямбол") == 20 and "Има и още" in html
    with django_assert_max_num_queries(9):
        assert len(places(client, "novo selo")) == 8


def test_a_province_leads_to_its_organisations(client, homes):
    html = page(client, "област Видин")
    assert "Област Видин" in html and "?province=BG311" in html


def test_the_beginning_of_a_name_is_completed(client, tundzha):
    assert "Крушаре" in page(client, "кру")
