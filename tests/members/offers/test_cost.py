"""What the partner search costs, with one offer, three, and more than a page holds (`tests/cost.py` measures)."""

import pytest

from members.admission import admit
from tests.cost import calls_for, cost_of
from tests.factories.core import make_role
from tests.factories.members import make_organization
from tests.factories.offers import make_offer, make_partnership, make_theme, put_into_province

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]
CALLS = 60_000
HTML_BUDGET = 30_000
LISTS = ["/partnyorstva/", "/en/partnerships/", "/partnyorstva/arhiv/", "/partnyorstva/?fund=leader&province=BG343"]


@pytest.fixture
def fill(homes):
    make_role()
    themes = [make_theme(), make_theme("mladi-hora", "Млади хора", "Young people")]
    organizations = [admit(make_organization(f"НЧ {n}", f"Chitalishte {n}", f"nch-{n}")) for n in range(3)]
    for organization in organizations:
        put_into_province(organization)

    def fill(how_many):
        for number in range(how_many):
            fields = {"organization": organizations[number % 3], "themes": themes, "days": number % 9}
            make_offer(title_en="A path" if number % 2 else "", **fields)
            make_offer(**fields | {"days": -1 - number % 9})

    return fill


def test_a_list_does_not_grow_with_its_offers(client, fill):
    costs = {address: [] for address in LISTS}
    for how_many in (1, 2, 12):
        fill(how_many)
        for address in LISTS:
            costs[address].append(cost_of(client, address))
    for address, (one, three, full) in costs.items():
        for cost in (one, three, full):
            assert len(cost.queries) <= 10, (address, *cost.queries)
            assert not cost.repeated and not cost.writes, address
            assert cost.html_gz <= HTML_BUDGET, address
        assert len(three.queries) == len(one.queries), address
        assert " OFFSET " not in " ".join(full.queries), address
        assert calls_for(client, address) <= CALLS, address
    for address in ("/partnyorstva/", "/partnyorstva/arhiv/"):
        context = client.get(address).context
        further = context.get("further") or context["older"]
        assert len(cost_of(client, address + further).queries) <= len(cost_of(client, address).queries)


@pytest.mark.parametrize("section", ["/partnyorstva", "/en/partnerships"])
def test_an_offer_costs_the_same_among_many(client, fill, section):
    fill(1)
    offer = make_offer(organization=admit(make_organization()), themes=[make_theme()])
    put_into_province(offer.organization)
    few = cost_of(client, f"{section}/{offer.slug}/")
    fill(12)
    many = cost_of(client, f"{section}/{offer.slug}/")
    for cost in (few, many):
        assert len(cost.queries) <= 10, "\n\n".join(cost.queries)
        assert not cost.repeated and not cost.writes
        assert cost.html_gz <= HTML_BUDGET
    assert len(many.queries) == len(few.queries)
    assert calls_for(client, f"{section}/{offer.slug}/") <= CALLS


def test_a_profile_costs_the_same_with_many_partnerships(client, fill):
    own, other = admit(make_organization()), admit(make_organization("Община", "Municipality", "obshtina"))
    make_offer(organization=own), make_partnership(own, other)
    one = cost_of(client, "/organizatsii/mig-tundzha/")
    for _number in range(3):
        make_offer(organization=own)
        make_partnership(own, other, ("Кооперация", "business"))
    assert len(cost_of(client, "/organizatsii/mig-tundzha/").queries) == len(one.queries)
