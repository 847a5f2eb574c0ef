"""What the office must know before it decides about an application, and what stays written of it."""

import pytest
from django.urls import reverse

from members.models import Organization
from tests.factories.joining import make_application

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outbox(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    settings.BASE_URL = "https://leader.example.org"


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def verb(name, application):
    return reverse(f"members_application_modeladmin_{name}", args=[application.pk])


def test_what_anybody_may_have_typed_is_not_approved(desk, officer):
    application = make_application(email_confirmed_at=None)
    answer = desk.post(verb("approve", application), follow=True)
    application.refresh_from_db()
    assert application.state == "new" and not Organization.objects.exists()
    assert "не е потвърден" in answer.content.decode()
    desk.post(verb("vouch", application))
    application.refresh_from_db()
    assert application.email_confirmed_at and officer.get_full_name() in application.note
    desk.post(verb("approve", application))
    assert Organization.objects.get().is_public


def test_who_began_to_talk_stays_written_without_a_letter(desk, officer):
    application = make_application()
    desk.post(verb("talk", application), {"words": ""})
    application.refresh_from_db()
    assert application.state == "talking" and officer.get_full_name() in application.note


def test_an_address_that_grows_in_latin_letters_stops_nothing(desk):
    application = make_application()
    application.answers |= {"street": "Щ" * 200, "settlement": "Щ" * 120}
    application.save()
    desk.post(verb("approve", application))
    assert Organization.objects.get().address_bg == "Щ" * 200
