"""A local action group offers to host a stop: in the admin, while the call is open, and nobody else learns of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail
from events.models import TourOffer
from members.models import Organization
from tests.factories.members import make_editor, make_organization
from tests.factories.places import make_settlement
from tests.factories.tours import make_tour, make_tour_offer

pytestmark = pytest.mark.django_db
SPACE = "wagtailsnippets_events_touroffer"
ADD = "/admin/snippets/events/touroffer/add/"


def ahead(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def form(tour, organization, *days: str, **typed) -> dict:
    """What the browser of an editor sends."""
    make_settlement("Крушаре")
    days = days or (ahead(40), ahead(47))
    rows = {"days-TOTAL_FORMS": len(days), "days-INITIAL_FORMS": 0, "days-MIN_NUM_FORMS": 1, "days-MAX_NUM_FORMS": 12}
    for number, day in enumerate(days):
        rows |= {f"days-{number}-day": day, f"days-{number}-ORDER": number + 1, f"days-{number}-id": ""}
    said = {
        "tour": tour.pk,
        "organization": organization.pk,
        "settlement": "Крушаре",
        "place": "читалище „Искра“",
        "hall": "голямата зала",
        "expected": 70,
        "contact_role": "координатор",
        "note": "Залата е с рампа.",
    }
    return said | rows | typed


def at(name: str, offer: TourOffer) -> str:
    return reverse(f"{SPACE}:{name}", args=[offer.pk])


def test_an_editor_finds_the_call_and_offers(client, tour, lag, editor, officer):
    client.force_login(editor)
    front = client.get("/admin/").content.decode()
    assert f"{ADD}?tour={tour.pk}" in front and "Обиколка" in front
    assert f'<option value="{tour.pk}" selected>' in client.get(ADD).content.decode()
    assert client.post(ADD, form(tour, lag)).status_code == 302
    offer = TourOffer.objects.get()
    assert (offer.organization, offer.tour, offer.state) == (lag, tour, "offered")
    assert offer.days.count() == 2 and offer.settlement.name_bg == "Крушаре"
    letter = OutgoingMail.objects.get()
    assert letter.to == [officer.email] and "читалище „Искра“" in letter.text and at("inspect", offer) in letter.text
    assert at("inspect", offer) in client.get("/admin/").content.decode()


def test_the_same_press_twice_makes_one_offer(client, tour, lag, editor):
    client.force_login(editor)
    for _press in range(2):
        client.post(ADD, form(tour, lag))
    assert TourOffer.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("place", {"place": ""}),
        ("settlement", {"settlement": "Никъде"}),
        ("expected", {"expected": "0"}),
        ("contact_role", {"contact_role": ""}),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, tour, lag, editor, name, typed):
    client.force_login(editor)
    answer = client.post(ADD, form(tour, lag, note="Дълга бележка за залата") | typed)
    assert name in answer.context["form"].errors
    html = answer.content.decode()
    assert "Дълга бележка за залата" in html and ahead(47) in html and not TourOffer.objects.exists()


@pytest.mark.parametrize("day", [ahead(-1), "9999-12-31"])
def test_a_day_that_has_passed_or_never_comes_is_no_day_for_a_forum(client, tour, lag, editor, day):
    client.force_login(editor)
    answer = client.post(ADD, form(tour, lag, day))
    assert answer.context["form"].formsets["days"].errors[0]["day"]
    assert not TourOffer.objects.exists()


def test_after_the_deadline_it_is_said_when_the_call_was_open(client, tour, lag, editor):
    tour.call_until = timezone.localdate() - timedelta(days=1)
    tour.save()
    client.force_login(editor)
    assert "hosts-wanted" not in client.get("/admin/").content.decode()
    gone = client.get(ADD, follow=True)
    assert gone.redirect_chain and "обиколка" in gone.content.decode().lower()
    answer = client.post(ADD, form(tour, lag, note="Писано преди полунощ"))
    assert answer.context["form"].errors["tour"] and "Писано преди полунощ" in answer.content.decode()
    assert not TourOffer.objects.exists()


def test_a_tour_that_is_not_public_calls_nobody(client, lag, editor):
    hidden = make_tour("Zebra tour", is_public=False)
    client.force_login(editor)
    assert "Zebra tour" not in client.get("/admin/").content.decode() + client.get(ADD, follow=True).content.decode()
    client.post(ADD, form(hidden, lag))
    assert not TourOffer.objects.exists()


def test_only_local_action_groups_are_called(client, tour):
    union = make_organization("Сдружение „Млада гора“", "", "mlada-gora")
    client.force_login(make_editor(union, "mlada@example.org"))
    front = client.get("/admin/").content.decode()
    assert ADD not in front and reverse(f"{SPACE}:list") not in front
    client.post(ADD, form(tour, union))
    assert not TourOffer.objects.exists()


def test_nobody_offers_for_another_group(client, tour, lag, other):
    client.force_login(other)
    client.post(ADD, form(tour, lag))
    assert not TourOffer.objects.exists()


def test_another_group_learns_nothing_of_an_offer(client, tour, lag, other):
    offer = make_tour_offer(lag, tour, note="zebra note", place="zebra hall")
    client.force_login(other)
    listed = client.get(reverse(f"{SPACE}:list")).content.decode()
    public = client.get(f"/sabitia/obikolka/{tour.slug}/").content.decode()
    assert "zebra" not in listed + public + client.get("/admin/").content.decode()
    assert client.get(at("inspect", offer)).status_code in (302, 403, 404)


def test_the_host_changes_and_withdraws_until_it_is_decided(client, tour, lag, editor, officer):
    offer = make_tour_offer(lag, tour)
    day = offer.days.first()
    client.force_login(editor)
    data = form(tour, lag, expected=120) | {"days-INITIAL_FORMS": 2}
    data |= {f"days-{number}-id": one.pk for number, one in enumerate(offer.days.all())}
    assert client.post(at("edit", offer), data).status_code == 302
    offer.refresh_from_db()
    assert offer.expected == 120 and day in offer.days.all()
    for _press in range(2):
        client.post(at("withdraw", offer))
    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    assert OutgoingMail.objects.filter(to=[officer.email]).count() == 1
    client.post(at("edit", offer), data | {"expected": 5})
    offer.refresh_from_db()
    assert offer.expected == 120
    assert client.post(ADD, form(tour, lag)).status_code == 302 and TourOffer.objects.count() == 2


def test_the_office_enters_an_offer_that_came_by_phone_without_a_letter_to_itself(client, tour, lag, officer):
    client.force_login(officer)
    assert client.post(ADD, form(tour, lag)).status_code == 302
    assert TourOffer.objects.get().organization == lag and not OutgoingMail.objects.exists()
    union = Organization.objects.create(name_bg="Сдружение", slug="sdruzhenie")
    assert client.post(ADD, form(tour, union)).context["form"].errors["organization"]
