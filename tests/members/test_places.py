"""Places by how people write them."""

import pytest

from members import places
from members.models import Municipality, Settlement
from tests.factories.places import make_municipality, make_settlement

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    """Two Бяла in different provinces, two Петрово in one, two Баня in one municipality."""
    avren, byala = make_municipality("Аврен", "Варна"), make_municipality("Бяла", "Варна")
    other_byala, tundzha = make_municipality("Бяла", "Русе"), make_municipality()
    make_settlement("Крушаре", tundzha, ekatte="40165")
    make_settlement("Бяла", byala, "town", ekatte="07598")
    make_settlement("Бяла", other_byala, "town", ekatte="07603")
    make_settlement("Петрово", avren)
    make_settlement("Петрово", byala)
    Settlement.objects.create(name_bg="Баня", municipality=tundzha, kind="town", ekatte="02720")
    Settlement.objects.create(name_bg="Баня", municipality=tundzha, kind="village", ekatte="02721")


def find(text, model=Settlement):
    return places.find(model.objects.all(), places.parts(text))


def where(found):
    return [f"{place.name_bg}, {place.municipality.province.name_bg}" for place in found.places]


@pytest.mark.parametrize(
    "typed",
    [
        "Крушаре",
        "с. Крушаре",
        "с.Крушаре",
        "С. КРУШАРЕ",
        "Krushare",
        "kru6are",
        "40165",
        " Крушаре ; ",
        "Крушаре\nКрушаре",
    ],
)
def test_a_settlement_is_found_however_it_is_typed(register, typed):
    found = find(typed)
    assert where(found) == ["Крушаре, Ямбол"] and not found.unknown


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Бяла (област Варна)", "07598"),
        ("гр. Бяла (обл. Русе)", "07603"),
        ("Бяла (Русе)", "07603"),
        ("Byala (province of Ruse)", "07603"),
        ("Баня (02721)", "02721"),
        ("с. Баня", "02721"),
    ],
)
def test_more_words_tell_places_of_one_name_apart(register, typed, code):
    assert [place.ekatte for place in find(typed).places] == [code]


def test_each_wrong_name_is_told_with_its_choices_and_right_ones_are_kept(register):
    found = find("Крушаре, Бяла, Крушере; Петрово\nБаня")
    assert where(found) == ["Крушаре, Ямбол"]
    assert found.unknown == ["Крушере"]
    assert found.ambiguous == {
        "Бяла": ["Бяла (област Варна)", "Бяла (област Русе)"],
        "Петрово": ["Петрово (община Аврен, област Варна)", "Петрово (община Бяла, област Варна)"],
        "Баня": ["Баня (02720)", "Баня (02721)"],
    }


def test_what_is_offered_is_understood(register):
    every = Settlement.objects.all()
    for pk, words in places.labels(every, every).items():
        assert [place.pk for place in find(words).places] == [pk], words


def test_municipalities_are_found_like_settlements(register):
    found = find("община Тунджа, Бяла (област Русе)", Municipality)
    assert [str(place) for place in found.places] == ["Тунджа", "Бяла"]
    assert find("Бяла", Municipality).ambiguous


def test_a_long_list_costs_one_query(register, django_assert_num_queries):
    with django_assert_num_queries(1):
        find(", ".join(["Крушаре", "Крушере"] * 40))
