"""How an offer goes on: what can be done when, done once, for readers at once; letters about deadlines, each once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.models import OutgoingMail
from members.models import PartnerOffer
from members.offers.deadlines import look_at_deadlines
from members.offers.states import extend, steps, take
from tests.factories.members import make_editor, make_organization
from tests.factories.offers import make_offer, make_partnership

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def portal(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"


def today():
    return timezone.localdate()


def possible(offer) -> set[str]:
    return set(steps(PartnerOffer.objects.get(pk=offer.pk), today()))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, {"talk", "withdraw"}),
        ({"state": "talking"}, {"seek", "withdraw"}),
        ({"state": "withdrawn"}, {"seek"}),
        ({"state": "withdrawn", "days": -1}, set()),
        ({"days": -1}, set()),
        ({"state": "expired", "days": -1}, set()),
        ({"state": "formed"}, {"seek"}),
        ({"live": False}, set()),
    ],
)
def test_what_can_be_done_depends_on_the_state_and_the_day(fields, found):
    assert possible(make_offer(**fields)) == found


def test_nobody_seeks_again_while_the_partnership_stands():
    offer = make_offer(state="formed")
    make_partnership(offer.organization, offer=offer)
    assert possible(offer) == set()


def test_a_step_is_taken_once_and_written_down_with_who_took_it():
    offer = make_offer()
    editor = make_editor(offer.organization)
    assert take(offer.pk, "talk", editor) and not take(offer.pk, "talk", editor)
    offer.refresh_from_db()
    assert offer.state == "talking"
    entry = ModelLogEntry.objects.get(action="portal.offer.talking")
    assert entry.user == editor and entry.object_id == str(offer.pk)


def test_publishing_an_older_text_does_not_bring_an_older_state_back():
    offer = make_offer()
    earlier = offer.latest_revision
    take(offer.pk, "withdraw", None)
    earlier.publish()
    offer.refresh_from_db()
    assert offer.state == "withdrawn"


def test_another_deadline_holds_at_once_and_in_the_draft_that_is_being_written():
    offer = make_offer(days=5)
    offer.title_bg = "Чернова"
    draft = offer.save_revision()
    later = today() + timedelta(days=60)
    assert extend(offer.pk, later, None) and not extend(offer.pk, later, None)
    offer.refresh_from_db()
    assert offer.deadline == later and offer.title_bg != "Чернова"
    draft.refresh_from_db()
    assert draft.content["title_bg"] == "Чернова"
    draft.publish()
    offer.refresh_from_db()
    assert offer.deadline == later


def test_what_ran_out_opens_again_with_another_deadline():
    offer = make_offer(days=-1)
    look_at_deadlines()
    offer.refresh_from_db()
    assert offer.state == "expired"
    extend(offer.pk, today() + timedelta(days=9), None)
    offer.refresh_from_db()
    assert offer.state == "open"


def test_publishing_a_new_deadline_does_the_same():
    offer = make_offer(days=-1)
    look_at_deadlines()
    offer.refresh_from_db()
    offer.deadline = today() + timedelta(days=9)
    offer.save_revision().publish()
    assert PartnerOffer.objects.open_on(today()).filter(pk=offer.pk).exists()


def test_the_editors_are_told_a_week_before_once_and_of_a_new_deadline_anew():
    offer = make_offer(days=8)
    make_editor(offer.organization, "bg@example.org")
    english = make_editor(offer.organization, "en@example.org")
    type(english).objects.filter(pk=english.pk).update(language="en")
    make_editor(make_organization("Чужда", slug="chuzhda"), "foreign@example.org")
    look_at_deadlines()
    assert not OutgoingMail.objects.exists()
    extend(offer.pk, today() + timedelta(days=7), None)
    look_at_deadlines()
    look_at_deadlines()
    letters = {letter.to[0]: letter for letter in OutgoingMail.objects.all()}
    assert set(letters) == {"bg@example.org", "en@example.org"} and OutgoingMail.objects.count() == 2
    assert f"/extend/{offer.pk}/" in letters["bg@example.org"].text
    assert "Удължи срока" in letters["bg@example.org"].text and "/en/partnerships/" in letters["en@example.org"].text
    extend(offer.pk, today() + timedelta(days=3), None)
    look_at_deadlines()
    assert OutgoingMail.objects.count() == 4


def test_of_what_has_run_out_the_editors_are_told_once():
    offer = make_offer(days=-1)
    make_editor(offer.organization)
    call_command("tick")
    call_command("tick")
    letter = OutgoingMail.objects.get()
    assert letter.to == ["tundzha@example.org"] and f"?offer={offer.pk}" in letter.text
    assert ModelLogEntry.objects.filter(action="portal.offer.expired").count() == 1


@pytest.mark.parametrize("fields", [{"days": -60}, {"days": -1, "live": False}, {"days": 3, "state": "withdrawn"}])
def test_nobody_is_told_of_what_is_over_long_ago_or_not_public(fields):
    offer = make_offer(**fields)
    make_editor(offer.organization)
    look_at_deadlines()
    assert not OutgoingMail.objects.exists()
