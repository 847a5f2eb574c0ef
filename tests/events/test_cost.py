"""What the calendar costs with one event, three, three hundred, five thousand (`tests/cost.py` measures)."""

from datetime import timedelta

import pytest
import time_machine

from events.models import Event
from members.admission import admit
from tests.cost import cost_of
from tests.factories.core import make_role
from tests.factories.events import at, make_event, make_part
from tests.factories.many import multiply
from tests.factories.members import make_organization
from tests.factories.offers import make_theme, put_into_province
from tests.factories.places import make_settlement

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]
NOW = at("2026-11-24 09:00")
LISTS = [
    "/sabitia/",
    "/en/events/",
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


def test_a_list_does_not_grow_with_its_events(client, fill):
    """Nor does it leave its budget with hundreds of them, or thousands."""
    fill(1)
    few = {address: cost_of(client, address) for address in LISTS}
    village = make_settlement("Крушаре")
    for more in (lambda: fill(2, 1), lambda: many(300, village), lambda: many(5000, village)):
        more()
        for address in LISTS:
            cost = cost_of(client, address)
            assert len(cost.queries) <= 10, (address, *cost.queries)
            assert len(cost.queries) == len(few[address].queries), (address, *cost.queries)
            assert not cost.repeated and not cost.writes, address
            assert cost.html_gz <= 30_000, (address, cost.html_gz)
            assert " OFFSET " not in " ".join(cost.queries), address
            assert "COUNT(" not in " ".join(sql for sql in cost.queries if "GROUP BY" not in sql), address


def many(how_many: int, settlement) -> None:
    """All through December."""
    begin, apart = at("2026-12-01 08:00"), timedelta(days=30) / how_many
    first = make_event(
        "Информационна среща за допустимите разходи №",
        settlement=settlement,
        place_bg="Народно читалище „Просвета – 1907“",
        starts_at=begin,
        ends_at=begin + timedelta(hours=2),
    )
    rows = Event.objects.filter(pk=first.pk)
    multiply(how_many - 1, rows, named=["title_bg"], starts_at=apart, ends_at=apart)
