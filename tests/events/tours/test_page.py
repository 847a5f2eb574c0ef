"""The page of a tour: the call with its deadline, the map and the list of territories, the stops."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.enums import State
from events.models import Event, EventReport
from members.models import Organization
from tests.cost import cost_of
from tests.factories.events import make_event
from tests.factories.members import make_organization, make_user
from tests.factories.places import make_municipality, make_settlement
from tests.factories.territories import make_lag
from tests.factories.tours import make_tour, make_tour_offer
from tests.html import problems

pytestmark = pytest.mark.django_db


@pytest.fixture
def lags(homes):
    """Three groups with seats; the second one also works in Крушаре."""
    village = make_settlement("Крушаре", make_municipality("Сливен", "Сливен"))
    towns = [make_settlement(name, make_municipality(name, name), "town") for name in ("Ямбол", "Видин", "Русе")]
    return [
        make_lag(
            f"МИГ – {town.name}", [town.municipality], plus=[village] if town.name == "Видин" else (), settlement=town
        )
        for town in towns
    ]


def stop(tour, organization, days: int, **fields) -> Event:
    starts_at = timezone.now() + timedelta(days=days)
    fields = {"slug": f"spirka-{days}", "ends_at": starts_at + timedelta(hours=5)} | fields
    return make_event(f"Спирка {days}", organization, starts_at=starts_at, tour=tour, **fields)


def page_of(client, tour, section="/sabitia"):
    response = client.get(f"{section}/obikolka/{tour.slug}/")
    assert response.status_code == 200
    return response


def states(response) -> dict[str, set[str]]:
    """Which territories stand under which heading; the signs on the map must be as many."""
    groups = response.context["groups"]
    signs = {mark.kind: mark.path.count("M") for mark in response.context["map"].marks}
    assert signs == {group["state"]: len(group["territories"]) for group in groups}
    return {group["state"]: {one.organization.name_bg for one in group["territories"]} for group in groups}


@pytest.mark.parametrize("section", ["/sabitia", "/en/events"])
def test_a_reader_sees_the_call_the_territories_and_the_stops(client, lags, section):
    tour = make_tour("Обиколката", title_en="The tour", text_bg="<p>Мрежата пътува.</p>")
    held = stop(tour, lags[0], -20, settlement=lags[0].settlement, state=State.HELD)
    EventReport.objects.create(event=held, text_bg="<p>Беше хубаво.</p>", is_published=True)
    ahead = stop(tour, lags[1], 12, settlement=lags[1].settlement)
    response = page_of(client, tour, section)
    html = response.content.decode()
    assert problems(html) == [] and "Written(" not in html
    assert states(response) == {"hosted": {"МИГ – Ямбол"}, "planned": {"МИГ – Видин"}, "empty": {"МИГ – Русе"}}
    assert f"/{held.slug}/otchet/" in html and f"/{ahead.slug}/" in html and "touroffer/add/?tour=" in html
    assert response.context["next_stop"]["event"] == ahead
    assert ("остават" in html and "Търсим домакини" in html) or section == "/en/events" and "We look for hosts" in html
    assert html.count(f"/obikolka/{tour.slug}/") >= 1
    assert "Мрежата пътува." in html


def test_a_draft_a_cancelled_stop_and_a_stop_for_members_make_no_territory_planned(client, lags):
    tour = make_tour()
    stop(tour, lags[0], 10, publish=False)
    stop(tour, lags[1], 11, state=State.CANCELLED)
    members = stop(tour, lags[2], 12, audience="members")
    make_tour_offer(lags[0], tour)
    everybody = page_of(client, tour)
    assert states(everybody)["empty"] == {one.name_bg for one in lags}
    assert members.slug not in everybody.content.decode() and "spirka-10" not in everybody.content.decode()
    assert "spirka-11" in everybody.content.decode() and everybody.context["next_stop"] is None
    client.force_login(make_user("chlen@example.org"))
    member = page_of(client, tour)
    assert states(member)["planned"] == {lags[2].name_bg} and "private" in member.headers["Cache-Control"]


def test_what_was_cancelled_gives_its_territory_back(client, lags):
    tour = make_tour()
    ahead = stop(tour, lags[0], 10)
    assert states(page_of(client, tour))["planned"] == {lags[0].name_bg}
    Event.objects.filter(pk=ahead.pk).update(state=State.CANCELLED)
    assert states(page_of(client, tour))["planned"] == set()


def test_a_stop_of_others_belongs_to_the_territory_where_it_is(client, lags):
    """An event of a читалище: of the group beside it as a co-host, else of the one that works in the settlement."""
    tour = make_tour()
    host = make_organization("НЧ „Искра“", "", "iskra")
    Organization.objects.filter(pk=host.pk).update(kind="chitalishte")
    stop(tour, host, 10, settlement=make_settlement("Крушаре", make_municipality("Сливен", "Сливен")))
    assert states(page_of(client, tour))["planned"] == {lags[1].name_bg}
    together = stop(tour, host, 20)
    together.co_hosts.set([lags[2]])
    together.save()
    assert states(page_of(client, tour))["planned"] == {lags[1].name_bg, lags[2].name_bg}


def test_only_local_action_groups_that_are_members_are_territories(client, lags):
    tour = make_tour()
    Organization.objects.filter(pk=lags[0].pk).update(status="applicant")
    Organization.objects.filter(pk=lags[1].pk).update(status="former")
    make_organization("Сдружение", "", "sdruzhenie")
    assert states(page_of(client, tour))["empty"] == {lags[2].name_bg}


def test_a_closed_call_says_so(client, homes):
    tour = make_tour(days=-1)
    html = page_of(client, tour).content.decode()
    assert "touroffer" not in html and "приключи" in html
    assert "последен ден" in page_of(client, make_tour("Днес", days=0)).content.decode()


def test_a_tour_that_is_not_public_is_nowhere(client, homes, lags):
    tour = make_tour("Zebra", is_public=False)
    event = stop(tour, lags[0], 5)
    assert client.get(f"/sabitia/obikolka/{tour.slug}/").status_code == 404
    pages = ("/sabitia/", "/sabitia/obikolka/", f"/sabitia/{event.slug}/", "/sitemap-tours-bg.xml")
    assert "ebra" not in "".join(client.get(page).content.decode() for page in pages)
    tour.is_public = True
    tour.save()
    for page in pages:
        assert f"/sabitia/obikolka/{tour.slug}/" in client.get(page).content.decode(), page


def test_the_old_address_leads_on(client, homes):
    tour = make_tour(slug="staro")
    tour.slug = "novo"
    tour.save()
    assert client.get("/sabitia/obikolka/staro/").headers["Location"] == "/sabitia/obikolka/novo/"
    assert client.get("/sabitia/obikolka/nyama/").status_code == 404


def test_the_page_costs_the_same_with_one_stop_and_with_three(client, lags):
    tour = make_tour()
    stop(tour, lags[0], 10)
    one = cost_of(client, f"/sabitia/obikolka/{tour.slug}/")
    stop(tour, lags[1], 11, settlement=lags[1].settlement)
    stop(tour, lags[2], -10)
    three = cost_of(client, f"/sabitia/obikolka/{tour.slug}/")
    assert len(one.queries) == len(three.queries) <= 10 and not three.repeated and not three.writes
    assert three.html_gz <= 30_000
