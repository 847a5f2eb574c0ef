"""The office decides about an offer: once, whoever presses how often, with a letter in the reader's language."""

import pytest
from django.urls import reverse

from core.models import OutgoingMail
from events.copying import begun_from
from events.models import Event, Tour, TourOffer, TourOfferDay
from events.tours import deciding
from tests.factories.core import make_funding
from tests.factories.event_form import event_form
from tests.factories.events import at as moment
from tests.factories.events import make_event
from tests.factories.tours import make_tour_offer

pytestmark = pytest.mark.django_db


def at(name: str, offer: TourOffer) -> str:
    return reverse(f"wagtailsnippets_events_touroffer:{name}", args=[offer.pk])


@pytest.fixture
def offer(tour, lag, editor):
    tour.funding = make_funding("Запис за обиколката")
    tour.save()
    return make_tour_offer(lag, tour, hall="голямата зала", days=(moment("2027-05-14 00:00").date(),))


def test_accepting_begins_the_event_of_the_host(client, offer, officer, editor, lag, tour):
    client.force_login(officer)
    assert "2027-05-14" in client.get(at("accept", offer)).content.decode()
    for _press in range(2):
        answer = client.post(at("accept", offer), {"day": "2027-05-14", "at": "10:30"}, follow=True)
    assert answer.status_code == 200
    event = Event.objects.get()
    assert (event.organization, event.tour, event.settlement, event.live) == (lag, tour, offer.settlement, False)
    assert event.place_bg == "читалище „Просвета“" and event.hall_bg == "голямата зала"
    assert event.starts_at == moment("2027-05-14 10:30") and event.ends_at > event.starts_at
    assert tour.title in event.title_bg and offer.settlement.name_bg in event.title_bg and event.title_en
    assert event.funding == tour.funding and begun_from(event).tour is None
    offer.refresh_from_db()
    assert (offer.state, offer.event, offer.decided_by) == ("accepted", event, officer)
    letter = OutgoingMail.objects.get()
    assert letter.to == [editor.email] and f"/events/event/edit/{event.pk}/" in letter.text
    client.force_login(editor)
    assert offer.settlement.name_bg in client.get(f"/admin/snippets/events/event/edit/{event.pk}/").content.decode()
    assert f"/obikolka/{tour.slug}/" in client.get(f"/admin/snippets/events/event/inspect/{event.pk}/").content.decode()


def test_declining_sends_the_kind_words(client, offer, officer, editor):
    editor.letter_language = "en"
    editor.save()
    client.force_login(officer)
    empty = client.post(at("decline", offer), {"reason": ""})
    assert empty.context["form"].errors["reason"]
    for _press in range(2):
        client.post(at("decline", offer), {"reason": "През зимата няма да стигнем."})
    offer.refresh_from_db()
    assert offer.state == "declined" and not Event.objects.exists()
    letter = OutgoingMail.objects.get()
    assert "През зимата няма да стигнем." in letter.text and "Thank you for the offer" in letter.text
    client.force_login(editor)
    assert "През зимата няма да стигнем." in client.get(at("inspect", offer)).content.decode()


def test_of_two_decisions_the_first_holds(offer, officer, editor):
    day = offer.days.first().day
    assert deciding.withdraw(offer.pk, editor)
    assert deciding.accept(offer.pk, day, moment("2027-05-14 10:00").time(), officer) is None
    assert not deciding.decline(offer.pk, "Не", officer)
    offer.refresh_from_db()
    assert offer.state == "withdrawn" and not Event.objects.exists()


@pytest.mark.parametrize("data", [{"day": "2027-05-15", "at": "10:00"}, {"day": "x", "at": "25:00"}, {}])
def test_only_a_day_that_was_offered_is_accepted(client, offer, officer, data):
    client.force_login(officer)
    assert client.post(at("accept", offer), data).context["form"].errors
    assert not Event.objects.exists()


def test_an_hour_that_the_clock_leaves_out_begins_nothing(client, offer, officer):
    night = TourOfferDay.objects.create(offer=offer, day=moment("2027-03-28 00:00").date())
    client.force_login(officer)
    answer = client.post(at("accept", offer), {"day": f"{night.day}", "at": "03:30"})
    assert "3:30" in answer.context["form"].errors["at"][0] and not Event.objects.exists()
    assert client.post(at("accept", offer), {"day": f"{night.day}", "at": "04:30"}).status_code == 302


def test_editors_decide_nothing_themselves(client, offer, editor, other):
    for person in (editor, other):
        client.force_login(person)
        client.post(at("accept", offer), {"day": "2027-05-14", "at": "10:30"})
        client.post(at("decline", offer), {"reason": "Не"})
    client.post(at("withdraw", offer))
    offer.refresh_from_db()
    assert offer.state == "offered" and not Event.objects.exists() and not OutgoingMail.objects.exists()


def test_the_office_sees_how_many_wait(client, offer, officer):
    client.force_login(officer)
    front = client.get("/admin/").content.decode()
    link = reverse("wagtailsnippets_events_touroffer:list") + "?state=offered"
    assert link in front
    listed = client.get(link).content.decode()
    assert offer.settlement.name_bg in listed and at("edit", offer) in listed and at("inspect", offer) in listed
    sheet = b"".join(client.get(f"{link}&export=csv").streaming_content).decode()
    assert "14.05.2027" in sheet and "читалище „Просвета“" in sheet
    deciding.decline(offer.pk, "Благодарим", officer)
    assert link not in client.get("/admin/").content.decode()


def test_a_tour_with_offers_is_not_deleted_and_strange_addresses_break_nothing(client, offer, officer, tour):
    client.force_login(officer)
    one, many = f"/admin/snippets/events/tour/delete/{tour.pk}/", f"/admin/bulk/events/tour/delete/?id={tour.pk}"
    for path in (one, many):
        assert "вече е предложил" in client.get(path, follow=True).content.decode()
        assert client.post(path).status_code == 302
    assert Tour.objects.filter(pk=tour.pk).exists()
    for query in ("?tour=x", "?tour=99999999999999999999", "?state=bad", "?ordering=tour"):
        assert client.get("/admin/snippets/events/touroffer/" + query).status_code == 200
        assert client.get("/admin/snippets/events/touroffer/add/" + query).status_code == 200


def test_only_the_office_makes_an_event_a_stop(client, offer, officer, editor, lag, tour):
    draft, live = make_event("Среща", lag, publish=False), make_event("Форум", lag, slug="forum")
    for person, expected in ((editor, None), (officer, tour)):
        client.force_login(person)
        for event in (draft, live):
            edit = f"/admin/snippets/events/event/edit/{event.pk}/"
            assert client.post(edit, event_form(event, tour=tour.pk)).status_code == 302
            event.refresh_from_db()
            assert event.tour == expected
