"""A settlement is written as people write addresses; when several have the name, one is chosen without JavaScript."""

import pytest

from members.joining.forms import ProfileForm
from members.models import Municipality, Province, Settlement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(db):
    found = {}
    for nuts, municipality, kind in (("BG343", "Тунджа", "village"), ("BG322", "Дряново", "town")):
        around = Municipality.objects.create(name_bg=municipality, province=Province.objects.get(nuts=nuts))
        found[municipality] = Settlement.objects.create(name_bg="Дряново", kind=kind, municipality=around)
    found["Крушаре"] = Settlement.objects.create(name_bg="Крушаре", kind="village", municipality=around)
    return found


def form(settlement, **typed):
    return ProfileForm({"settlement": settlement, "phone": "046 123 456"} | typed)


@pytest.mark.parametrize("typed", ["Крушаре", "с. Крушаре", "село Крушаре", "krushare", "с. Крушаре, община Дряново"])
def test_one_of_its_name(places, typed):
    sent = form(typed)
    assert sent.is_valid(), sent.errors
    assert sent.place == places["Крушаре"]


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("гр. Дряново", "Дряново"),
        ("град Дряново", "Дряново"),
        ("с. Дряново, община Тунджа", "Тунджа"),
        ("Дряново, област Ямбол", "Тунджа"),
        ("Dryanovo, Yambol", "Тунджа"),
    ],
)
def test_more_words_tell_two_of_a_name_apart(places, typed, which):
    sent = form(typed)
    assert sent.is_valid(), sent.errors
    assert sent.place == places[which]


def test_several_are_offered_and_one_is_chosen(places):
    asked = form("Дряново")
    assert not asked.is_valid() and list(asked.errors) == ["settlement_choice"]
    labels = [label for _value, label in asked.fields["settlement_choice"].choices]
    assert len(labels) == 2
    chosen = set()
    for label in labels:
        sent = form("Дряново", settlement_choice=label)
        assert sent.is_valid()
        chosen.add(sent.place)
    assert chosen == {places["Тунджа"], places["Дряново"]}
    assert not form("Дряново", settlement_choice="Друго").is_valid()


def test_a_place_that_the_register_does_not_know_stays_in_words():
    sent = form("махала Горна, с. Незнайно")
    assert sent.is_valid() and sent.place is None


def test_a_choice_made_before_does_not_stand_in_the_way_of_another_name(places):
    sent = form("Крушаре", settlement_choice="Дряново (област Ямбол)")
    assert sent.is_valid() and sent.place == places["Крушаре"]
