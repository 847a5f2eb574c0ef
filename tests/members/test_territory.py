"""Where an organisation works: in words, in which provinces, found by which words."""

import pytest

from members.enums import Period
from tests.factories.places import make_municipality, make_settlement
from tests.factories.territories import add_strategy, make_lag

pytestmark = pytest.mark.django_db


def nuts(organization) -> set[str]:
    return set(organization.provinces.values_list("nuts", flat=True))


def test_whole_municipalities_and_villages_of_another():
    sliven = make_municipality("Сливен", "BG342")
    villages = [make_settlement(name, sliven) for name in ("Крушаре", "Бозаджии", "Чокоба")]
    organization = make_lag("МИГ – Тунджа", [make_municipality()], plus=villages)
    assert organization.territory_bg == "община Тунджа и 3\xa0села от община Сливен"
    assert organization.territory_en == "municipality of Tundzha and 3\xa0villages of the municipality of Sliven"
    assert nuts(organization) == {"BG343", "BG342"}


def test_a_municipality_without_its_town():
    kazanlak = make_municipality("Казанлък", "BG344")
    town = make_settlement("Казанлък", kazanlak, kind="town")
    others = [make_municipality(name, "BG344") for name in ("Мъглиж", "Гурково")]
    organization = make_lag("МИГ – Мъглиж, Казанлък, Гурково", [kazanlak, *others], without=[town])
    assert organization.territory_bg == "общини Гурково, Казанлък (без гр. Казанлък) и Мъглиж"
    assert organization.territory_en == "municipalities of Gurkovo, Kazanlak (without Kazanlak) and Maglizh"


def test_it_is_not_found_by_a_village_that_it_leaves_out():
    sliven = make_municipality("Сливен", "BG342")
    organization = make_lag("МИГ", [sliven], without=[make_settlement("Крушаре", sliven)])
    assert "без с. Крушаре" in organization.territory_bg
    assert "krushare" not in organization.search_text and "sliven" in organization.search_text


def test_the_newest_period_counts():
    organization = make_lag("МИГ", [make_municipality("Котел", "BG342")])
    add_strategy(organization, [make_municipality("Сунгурларе", "BG341")], period=Period.P2014)
    assert organization.territory_bg == "община Котел" and nuts(organization) == {"BG342"}


def test_the_seat_counts_too_and_moving_it_leaves_nothing_behind():
    organization = make_lag("МИГ", settlement=make_settlement("Ямбол", make_municipality("Ямбол"), kind="town"))
    assert (organization.seat_bg, organization.seat_en, nuts(organization)) == ("гр. Ямбол", "Yambol", {"BG343"})
    organization.settlement = make_settlement("Видин", make_municipality("Видин", "BG311"), kind="town")
    organization.save()
    assert (organization.seat_bg, nuts(organization)) == ("гр. Видин", {"BG311"})
    assert "vidin" in organization.search_text and "Aambol" not in organization.search_text


def test_a_very_long_territory_ends_between_words():
    many = [make_municipality(f"Многоименна община номер {number}") for number in range(20)]
    words = make_lag("МИГ", many).territory_bg
    assert len(words) <= 300 and words.endswith(" …")
