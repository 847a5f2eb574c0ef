"""The desk of an offer in the admin: buttons, another deadline, answers, a new one that starts from an earlier one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from members.affiliations import join
from members.models import OfferMessage, Organization, PartnerOffer
from tests.factories.members import make_editor, make_organization
from tests.factories.offers import make_offer, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(homes):
    return make_offer()


@pytest.fixture
def editor(client, offer):
    editor = make_editor(offer.organization)
    client.force_login(editor)
    return editor


@pytest.fixture
def stranger(homes):
    return make_editor(make_organization("Чужда", slug="chuzhda"), "foreign@example.org")


def at(name, *args):
    return reverse(f"wagtailsnippets_members_partneroffer:{name}", args=args)


def test_a_button_pressed_twice_does_it_once_and_says_so(client, offer, editor):
    assert "Водим разговори" in client.get(at("inspect", offer.pk)).content.decode()
    for words in ("Читателите виждат", "вече е направено"):
        answer = client.post(at("talk", offer.pk), follow=True)
        assert words in answer.content.decode()
    offer.refresh_from_db()
    assert offer.state == "talking"


def test_the_list_of_the_office_asks_no_more_for_more_rows(client, officer, offer, django_assert_num_queries):
    client.force_login(officer)
    client.get(at("list"))
    with CaptureQueriesContext(connection) as one:
        client.get(at("list"))
    for number in range(3):
        make_offer(f"Друго {number}", make_organization(f"НЧ {number}", slug=f"nch-{number}"))
    with django_assert_num_queries(len(one)):
        client.get(at("list"))


def test_looking_at_an_address_changes_nothing(client, offer, editor):
    for name in ("talk", "seek", "withdraw"):
        assert client.get(at(name, offer.pk)).url == at("inspect", offer.pk)
    before = offer.state
    offer.refresh_from_db()
    assert offer.state == before


def test_the_deadline_is_put_off_by_the_link_of_the_letter(client, offer, editor):
    later = timezone.localdate() + timedelta(days=90)
    assert client.get(at("extend", offer.pk)).status_code == 200
    assert client.post(at("extend", offer.pk), {"deadline": later.isoformat()}).url == at("inspect", offer.pk)
    offer.refresh_from_db()
    assert offer.deadline == later


@pytest.mark.parametrize("days", [-1, 400])
def test_a_deadline_that_makes_no_sense_is_explained(client, offer, editor, days):
    before = offer.deadline
    wrong = timezone.localdate() + timedelta(days=days)
    answer = client.post(at("extend", offer.pk), {"deadline": wrong.isoformat()})
    assert answer.status_code == 200 and answer.context["form"].errors["deadline"]
    offer.refresh_from_db()
    assert offer.deadline == before


def test_what_was_withdrawn_has_no_deadline_to_put_off(client, offer, editor):
    client.post(at("withdraw", offer.pk))
    assert client.get(at("extend", offer.pk)).url == at("inspect", offer.pk)


def test_answers_are_for_the_own_editors_and_the_office(client, offer, editor, stranger, officer):
    OfferMessage.objects.create(offer=offer, name="Искра", email="i@example.net", text="zebra-answer", key="k")
    register = reverse("members_offermessage_modeladmin_index")
    one = reverse("members_offermessage_modeladmin_inspect", args=[OfferMessage.objects.get().pk])
    for person, sees in ((editor, True), (officer, True), (stranger, False)):
        client.force_login(person)
        for address in (at("inspect", offer.pk), register, one, f"{register}?export=csv", "/admin/"):
            body = client.get(address).getvalue()
            assert (b"zebra-answer" in body) == (sees and address != "/admin/"), (person, address)


def test_a_new_offer_starts_from_an_earlier_one_without_its_dates(client, offer, editor):
    offer.themes.add(make_theme())
    offer.save()
    PartnerOffer.objects.filter(pk=offer.pk).update(deadline=timezone.localdate() + timedelta(days=2))
    form = client.get(at("copy", offer.pk)).context["form"]
    assert form["title_bg"].value() == offer.title_bg and len(form["themes"].value()) == 1
    assert form["deadline"].value() > timezone.localdate() + timedelta(days=100)
    sent = {"title_bg": "Втора година", "text_bg": "null", "text_en": "null", "role_sought_bg": "читалище"}
    sent |= {"fund": "leader", "deadline": form["deadline"].value().isoformat(), "organization": offer.organization_id}
    client.post(at("copy", offer.pk), sent)
    offer.refresh_from_db()
    assert offer.title_bg != "Втора година"
    assert PartnerOffer.objects.filter(title_bg="Втора година", live=False, state="open").count() == 1


def test_of_another_organisation_nothing_can_be_started_from(client, offer, stranger):
    client.force_login(stranger)
    assert client.get(at("copy", offer.pk)).status_code in (302, 403)


def test_a_draft_may_lack_whom_it_seeks_what_goes_to_readers_may_not(client, offer, editor):
    Organization.objects.update(may_publish=True)
    sent = {"title_bg": "Без партньор", "text_bg": "null", "text_en": "null", "fund": "leader"}
    sent |= {"deadline": offer.deadline.isoformat(), "organization": offer.organization_id, "role_sought_bg": ""}
    assert client.post(at("add"), sent | {"action-publish": "1"}).context["form"].errors["role_sought_bg"]
    assert client.post(at("add"), sent).status_code == 302


def test_a_draft_is_previewed_as_readers_will_see_it(client, offer, editor):
    offer.title_bg = "Чернова на пътека"
    offer.save_revision()
    form = client.get(at("edit", offer.pk)).context["form"]
    sent = {field.name: field.value() or "" for field in form if field.name != "themes"}
    sent |= {"deadline": offer.deadline.isoformat(), "text_bg": "null", "text_en": "null"}
    assert client.post(at("preview_on_edit", offer.pk), sent).json()["is_valid"]
    html = client.get(at("preview_on_edit", offer.pk)).content.decode()
    assert "<h1>Чернова на пътека</h1>" in html


def test_an_editor_of_two_organisations_picks_for_which(client, offer, editor, stranger):
    join(editor, Organization.objects.get(slug="chuzhda"))
    names = {
        organization.name for organization in client.get(at("add")).context["form"].fields["organization"].queryset
    }
    assert names == {"МИГ – Тунджа", "Чужда"}
