"""Writing to an organisation about its offer: nothing lost, nothing doubled, no address shown."""

import pytest
from django.core import mail, signing
from django.utils import timezone

from core.forms.guarded import SALT
from core.models import OutgoingMail
from members.enums import Role
from members.models import OfferMessage, Organization
from tests.factories.core import make_role
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.offers import make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    offer = make_offer()
    Organization.objects.filter(pk=offer.organization_id).update(email="taen@example.org")
    return offer


def filled(client, offer, prefix="", **typed):
    """What a browser posts a minute after the form was opened."""
    form = client.get(f"{prefix}/predlozhenia/{offer.slug}/pishete/").context["form"]
    return {
        "name": "Читалище „Искра“",
        "email": "iskra@example.net",
        "text": "Искаме да участваме.",
        "website": "",
        "key": form["key"].value(),
        "opened": signing.dumps(timezone.now().timestamp() - 60, salt=SALT),
    } | typed


def send(client, offer, data, prefix=""):
    return client.post(f"{prefix}/predlozhenia/{offer.slug}/pishete/", data)


def test_an_answer_is_kept_and_goes_to_the_organisation(client, offer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client, offer, filled(client, offer))
    assert answer.url == f"/predlozhenia/{offer.slug}/pishete/izprateno/"
    assert "МИГ – Тунджа" in client.get(answer.url).content.decode()
    message = OfferMessage.objects.get()
    assert (message.offer, message.organization, message.language) == (offer, None, "bg")
    letter = mail.outbox[0]
    assert letter.to == ["taen@example.org"] and letter.reply_to == ["iskra@example.net"]
    assert "Искаме да участваме." in letter.body


def test_the_same_press_twice_is_one_message_and_one_letter(client, offer):
    data = filled(client, offer)
    assert send(client, offer, data).url == send(client, offer, data).url
    assert OfferMessage.objects.count() == OutgoingMail.objects.count() == 1


def test_without_an_address_of_its_own_the_managers_get_it_else_the_editors_else_the_office(client, offer):
    Organization.objects.update(email="")
    make_role(email="office@example.org")

    def addressees(text):
        send(client, offer, filled(client, offer, text=text))
        return OutgoingMail.objects.latest("pk").to

    assert addressees("1") == ["office@example.org"]
    make_editor(offer.organization, "editor@example.org")
    assert addressees("2") == ["editor@example.org"]
    make_editor(offer.organization, "manager@example.org", Role.MANAGER)
    assert addressees("3") == ["manager@example.org"]


def test_no_address_is_shown_at_any_step(client, offer):
    data = filled(client, offer)
    pages = [client.get(f"/predlozhenia/{offer.slug}/pishete/"), send(client, offer, data | {"name": ""})]
    pages.append(client.get(send(client, offer, data).url))
    assert all("taen" not in page.content.decode() for page in pages)


def test_only_the_own_organisations_can_be_written_on_behalf_of(client, offer):
    own, foreign = make_organization("НЧ „Искра“", slug="iskra"), make_organization("Чужда", slug="chuzhda")
    client.force_login(make_editor(own, "iskra@example.org"))
    form = client.get(f"/predlozhenia/{offer.slug}/pishete/").context["form"]
    assert form["organization"].value() == own.pk and form["email"].value() == "iskra@example.org"
    refused = send(client, offer, filled(client, offer, organization=foreign.pk))
    assert refused.status_code == 200 and not OfferMessage.objects.exists()
    send(client, offer, filled(client, offer, organization=own.pk))
    assert OfferMessage.objects.get().organization == own


@pytest.mark.parametrize("member", [False, True])
def test_who_belongs_to_none_is_not_asked(client, offer, member):
    if member:
        client.force_login(make_user())
    send(client, offer, filled(client, offer, organization=offer.organization_id))
    assert OfferMessage.objects.get().organization is None


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "", "email": "", "text": ""},
        {"email": "iskra при пощата"},
        {"name": "Искра\r\nBcc: drug@example.net"},
        {"text": "А" * 5001},
        {"text": "Добър\x00 ден"},
        {"website": "https://example.net"},
        {"opened": ""},
    ],
)
def test_a_wrong_message_is_explained_and_nothing_typed_is_lost(client, offer, typed):
    answer = send(client, offer, filled(client, offer, **typed))
    assert answer.status_code == 200 and 'class="error-summary"' in answer.content.decode()
    assert not OfferMessage.objects.exists() and not OutgoingMail.objects.exists()
    if "text" not in typed:
        assert "Искаме да участваме." in answer.content.decode()


def test_too_many_in_an_hour_are_refused_with_the_text_kept(client, offer):
    for number in range(6):
        assert send(client, offer, filled(client, offer, text=f"{number}")).status_code == 302
    refused = send(client, offer, filled(client, offer, text="седмото"))
    assert refused.status_code == 429 and "седмото" in refused.content.decode()
    assert OfferMessage.objects.count() == 6


@pytest.mark.parametrize("fields", [{"days": -1}, {"state": "withdrawn"}, {"state": "formed"}])
def test_to_an_offer_of_the_past_nobody_writes(client, offer, fields):
    over = make_offer(**fields)
    data = filled(client, offer)
    assert send(client, over, data).url == f"/partnyorstva/{over.slug}/"
    assert not OfferMessage.objects.exists()


def test_a_draft_does_not_exist_here_either(client, homes):
    draft = make_offer(live=False)
    for address in ("pishete/", "pishete/izprateno/"):
        assert client.get(f"/predlozhenia/{draft.slug}/{address}").status_code == 404


def test_in_english(client, offer):
    answer = send(client, offer, filled(client, offer, "/en"), "/en")
    assert answer.url == f"/en/predlozhenia/{offer.slug}/pishete/izprateno/"
    assert OfferMessage.objects.get().language == "en"
    assert "It went to LAG Tundzha" in client.get(answer.url).content.decode()
