"""Joining in several tabs, with several addresses, and with forms that are none of ours."""

from uuid import uuid4

import pytest
from django.test import Client

from core.models import OutgoingMail
from members.models import Application, Organization
from tests.factories.members import make_organization
from tests.members.apply import FIRST, PEOPLE, PROFILE, START, organization

pytestmark = pytest.mark.django_db


def test_a_dozen_addresses_get_no_dozen_letters(client, letters):
    client.post(FIRST, organization(client))
    for number in range(12):
        answer = client.post(FIRST, organization(client) | {"email": f"somebody{number}@example.net"})
    assert answer.status_code == 429 and "somebody11@example.net" in answer.content.decode()
    assert OutgoingMail.objects.count() <= 7 and not letters("somebody11@example.net")


def test_two_tabs_with_two_applications_do_not_mix(client):
    client.post(FIRST, organization(client))
    first = Application.objects.get()
    shown = client.get(f"{START}profil/").content.decode()
    assert f'name="application" value="{first.pk}"' in shown
    another = organization(client, f"{FIRST}?novo=1") | {"name_bg": "Сдружение „Бряст“", "eik": "", "kind": "other"}
    client.post(FIRST, another | {"key": str(uuid4())})
    client.post(f"{START}profil/", PROFILE | {"street": "ул. „Първа“ 1", "application": first.pk})
    first.refresh_from_db()
    assert first.answers["street"] == "ул. „Първа“ 1"
    assert not Application.objects.exclude(pk=first.pk).filter(answers__street="ул. „Първа“ 1").exists()
    stranger = Client()
    stranger.post(FIRST, organization(stranger) | {"key": str(uuid4())})
    stranger.post(f"{START}profil/", PROFILE | {"street": "чужда", "application": first.pk})
    first.refresh_from_db()
    assert first.answers["street"] == "ул. „Първа“ 1"


def test_a_form_of_nobody_leaves_the_people_where_they_are(client):
    client.post(FIRST, organization(client))
    client.post(f"{START}hora/", PEOPLE)
    before = Application.objects.get().people
    client.post(f"{START}hora/", {"people-0-name": "Друг"})
    assert Application.objects.get().people == before != []


def test_the_name_of_a_profile_that_is_not_public_is_not_told(client):
    hidden = make_organization("Сдружение „Зебра“", slug="zebra")
    Organization.objects.filter(pk=hidden.pk).update(eik="000970464", live=False)
    html = client.post(FIRST, organization(client)).content.decode()
    assert "Зебра" not in html and "офиса на мрежата" in html
    Organization.objects.filter(pk=hidden.pk).update(live=True)
    assert "Зебра" in client.post(FIRST, organization(client)).content.decode()
