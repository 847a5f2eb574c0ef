"""Who looks for a village reads first which local action group works there."""

import pytest

from members.models import Strategy
from tests.factories.events import make_event
from tests.factories.members import make_organization
from tests.factories.places import make_municipality, make_settlement

pytestmark = pytest.mark.django_db


@pytest.fixture
def krushare(homes):
    """In the municipality of Сливен, but in the territory of МИГ – Тунджа by name."""
    place = make_settlement("Крушаре", make_municipality("Сливен", "Сливен"))
    lag = make_organization()
    lag.kind, lag.phone = "lag", "+359 46 000 001"
    lag.save()
    strategy = Strategy.objects.create(organization=lag, period="2023-27")
    strategy.municipalities, strategy.settlements = [make_municipality()], [place]
    strategy.save()
    return place


@pytest.mark.parametrize("query", ["Крушаре", "с. Крушаре", "krushare", "kru6are", "крушере"])
def test_the_group_of_a_village_is_said(look, krushare, query):
    make_event("Среща на групата", make_organization())
    answer = look.answer(query).context["answer"]
    assert [group.name.text for group in answer.groups] == ["МИГ – Тунджа"]
    assert answer.groups[0].url == "/organizatsii/mig-tundzha/"
    assert answer.event.title == "Среща на групата"


def test_in_english_too(look, krushare):
    html = look.answer("Крушаре", "/en").content.decode()
    assert "LAG Tundzha" in html and "municipality of Sliven" in html


def test_of_several_places_with_a_name_nobody_guesses(look, krushare):
    make_settlement("Крушаре", make_municipality("Тунджа"))
    answer = look.answer("Крушаре").context["answer"]
    assert answer.groups == [] and answer.others == 1


def test_a_village_left_out_and_a_group_that_is_hidden(look, krushare):
    left_out = make_settlement("Видинци")
    strategy = Strategy.objects.get()
    strategy.without = [left_out]
    strategy.save()
    make_settlement("Тенево")
    assert look.answer("Видинци").context["answer"].groups == []
    assert look.answer("Тенево").context["answer"].groups
    lag = make_organization()
    lag.status = "applicant"
    lag.save()
    assert look.answer("Тенево").context["answer"].groups == []


def test_words_besides_the_name_are_no_name(look, krushare):
    assert look.answer("Крушаре читалище").context["answer"] is None
