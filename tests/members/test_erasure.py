"""A deleted profile leaves nothing of the person; what was written stays."""

import json

import pytest
from allauth.account.models import EmailAddress
from django.core import serializers
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from core.models import ContactMessage, OutgoingMail
from members import consents, invitations
from members.affiliations import join
from members.enums import Role
from members.erasure import erase, proof_of
from members.models import Affiliation, Consent, Organization, OwnDataCopy, User
from tests.factories.core import make_role, picture_bytes
from tests.factories.members import PASSWORD, give_app, make_admin, make_organization, make_user
from tests.factories.news import make_news

CLOSE = "/accounts/profile/iztrivane/"
NAME, ADDRESS = "Izchezvashta Redaktorka", "izchezva@example.org"


@pytest.fixture
def person(db, letters):
    return make_user(ADDRESS, display_name=NAME)


@pytest.fixture
def inside(client, log_in, person):
    """Logged in and asked once more who it is."""
    log_in(person.email)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def everything() -> str:
    """All rows of all tables that could name a person, but for the last letter."""
    models = [User, EmailAddress, UserProfile, Affiliation, Consent, ContactMessage, ModelLogEntry, OwnDataCopy]
    rows = [row for model in models for row in model.objects.all()]
    return json.dumps(json.loads(serializers.serialize("json", rows)), ensure_ascii=False)


def test_nothing_of_the_person_is_left_and_what_was_written_stays(inside, person, newsroom, letters):
    organization = newsroom.organization
    join(person, organization)
    news = make_news("Нейната новина", newsroom, owner=person)
    revision = news.save_revision(user=person, log_action=True)
    give_app(person)
    consents.record("photos", person=person)
    ContactMessage.objects.create(role=make_role(), name=NAME, email=ADDRESS, text="Здравейте", language="bg", key="k")
    invitations.invite(make_organization("НЧ", "NCh", "nch"), ADDRESS, Role.EDITOR, name=NAME)
    ModelLogEntry.objects.log_action(person, "wagtail.edit", user=make_admin())
    assert NAME in everything() and ADDRESS in everything()
    answer = inside.post(CLOSE, {"sure": "on"})
    assert answer.url == "/accounts/iztrit/"
    assert NAME not in everything()
    assert ADDRESS not in everything()
    person.refresh_from_db()
    assert person.erased_at and not person.is_active and not person.has_usable_password()
    assert not person.groups.exists()
    assert not person.authenticator_set.exists()
    news.refresh_from_db()
    revision.refresh_from_db()
    assert news.live
    assert (news.owner, revision.user) == (person, person)
    assert str(person) == "Изтрит потребител"
    left = OutgoingMail.objects.filter(to=[ADDRESS])
    assert [letter.key for letter in left] == [f"erased:{person.pk}"]
    assert inside.get("/accounts/profile/").status_code == 302


def test_the_picture_and_the_copies_of_data_go_when_the_profile_is_gone_for_good(
    inside, person, monkeypatch, django_capture_on_commit_callbacks
):
    profile, copy = UserProfile.get_for_user(person), OwnDataCopy.objects.create(person=person)
    profile.avatar.save("lice.png", ContentFile(picture_bytes((40, 40))))
    copy.file.save("kopie.zip", ContentFile(b"zebra"))
    names = profile.avatar.name, copy.file.name
    with monkeypatch.context() as patch, django_capture_on_commit_callbacks(execute=True):
        patch.setattr("members.erasure._say_goodbye", lambda *_person: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            erase(person)
    assert UserProfile.objects.get(user=person).avatar and all(map(default_storage.exists, names))
    with django_capture_on_commit_callbacks(execute=True):
        inside.post(CLOSE, {"sure": "on"})
    assert not any(map(default_storage.exists, names))


def test_other_sessions_end_too(inside, person):
    other = Client()
    other.post("/accounts/login/", {"login": ADDRESS, "password": PASSWORD})
    assert other.get("/accounts/profile/").status_code == 200
    inside.post(CLOSE, {"sure": "on"})
    assert other.get("/accounts/profile/").status_code == 302


def test_consents_stay_as_proof_without_the_address(inside, person):
    given = consents.record("terms", person=person)
    inside.post(CLOSE, {"sure": "on"})
    given.refresh_from_db()
    assert given.person == person
    assert given.email == proof_of(ADDRESS)
    assert "izchezva" not in given.email


def test_it_is_asked_who_it_is_and_whether_she_is_sure(client, person):
    client.force_login(person)
    assert client.post(CLOSE, {"sure": "on"}).url.startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.post(CLOSE, {}).context["form"].has_error("sure")
    person.refresh_from_db()
    assert not person.erased_at


def test_who_has_no_password_comes_in_anew_by_letter(client, person, letters):
    import re

    person.set_unusable_password()
    person.save()
    client.force_login(person)
    page = client.post(CLOSE, {"sure": "on"}).content.decode()
    assert "/accounts/login/code/?next=" in page
    person.refresh_from_db()
    assert not person.erased_at
    client.logout()
    client.post("/accounts/login/code/", {"email": ADDRESS, "next": CLOSE})
    code = re.search(r"^\d{6}$", letters(ADDRESS)[-1].text, re.M)[0]
    client.post("/accounts/login/code/confirm/", {"code": code})
    client.post(CLOSE, {"sure": "on"})
    person.refresh_from_db()
    assert person.erased_at


def test_the_last_administrator_stays(client, log_in, letters):
    admin = make_admin()
    log_in(admin.email)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.post(CLOSE, {"sure": "on"})
    assert page.context["is_last_administrator"]
    admin.refresh_from_db()
    assert not admin.erased_at


def test_the_last_manager_names_another_first(inside, person, homes):
    organization = make_organization()
    join(person, organization, Role.MANAGER)
    page = inside.post(CLOSE, {"sure": "on"}).content.decode()
    assert "МИГ – Тунджа" in page
    person.refresh_from_db()
    assert not person.erased_at
    join(make_user(), organization, Role.MANAGER)
    inside.post(CLOSE, {"sure": "on"})
    assert not Organization.objects.of_person(person).exists()


def test_the_address_is_free_for_a_new_profile(client, person, log_in, letters):
    erase(person)
    agreed = {"terms": "on", "data": "on", "adult": "on"}
    client.post("/accounts/signup/", {"display_name": "Нова", "email": ADDRESS, "password1": PASSWORD} | agreed)
    assert User.objects.filter(email=ADDRESS).exclude(pk=person.pk).exists()


def test_called_twice_it_writes_once(person, letters):
    erase(person)
    erase(person)
    assert len(letters(ADDRESS)) == 1


def test_a_message_from_an_address_that_was_never_confirmed_is_somebody_elses(letters, db):
    thief = make_user("chuzhda@example.org", confirmed=False)
    ContactMessage.objects.create(
        role=make_role(), name="Собственик", email=thief.email, text="т", language="bg", key="k"
    )
    erase(thief)
    assert ContactMessage.objects.get().email == "chuzhda@example.org"
    assert letters("chuzhda@example.org") == []
