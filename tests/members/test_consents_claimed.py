"""What was agreed to before there was a profile is seen and taken back in it."""

import pytest
from allauth.account.models import EmailAddress

from core.models import BasePage
from members import consents
from members.models import AgreedTexts, Consent
from tests.factories.joining import make_application
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db
Kind = Consent.Kind


def test_consents_of_an_application_belong_to_who_shows_the_address(client):
    consents.record(Kind.CONTACTS, application=make_application(email="iskra@example.net"))
    stranger = make_user("stranger@example.net")
    person = make_user("iskra@example.net")
    EmailAddress.objects.filter(user=person).delete()
    Consent.objects.update(person=None)
    EmailAddress.objects.create(user=person, email="iskra@example.net", verified=False)
    assert not person.consents.exists()
    EmailAddress.objects.get(user=person).set_verified()
    consent = person.consents.get()
    assert not stranger.consents.exists()
    client.force_login(person)
    assert str(consents.WORDINGS[Kind.CONTACTS].text) in client.get("/accounts/profile/").content.decode()
    client.post(f"/accounts/profile/saglasia/{consent.pk}/ottegli/")
    consent.refresh_from_db()
    assert consent.withdrawn_at


def test_free_consents_can_be_given_later(client):
    client.force_login(make_user())
    html = client.get("/accounts/profile/").content.decode()
    assert str(consents.WORDINGS[Kind.NEWSLETTER].text) in html


@pytest.mark.parametrize(
    ("address", "title"), [("/accounts/signup/", "Прочетете: Контакти"), ("/en/accounts/signup/", "Read: Contacts")]
)
def test_the_text_stands_beside_its_box(client, homes, address, title):
    html = client.get(address).content.decode()
    assert 'target="_blank"' not in html
    AgreedTexts.objects.create(rules=BasePage.objects.get(slug="kontakti"))
    html = client.get(address).content.decode()
    assert title in html and 'target="_blank"' in html
