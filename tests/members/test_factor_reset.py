"""An administrator takes a lost second factor off a profile: told, logged, and never the own one."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from tests.factories.members import PASSWORD, code_of, give_app, make_admin, make_user


@pytest.fixture
def admin(client, homes):
    found = make_admin()
    client.force_login(found)
    return found


def reset(client, person):
    return client.post(f"/admin/hora/{person.pk}/vtori-faktor/")


def test_factors_and_log_ins_end_and_the_person_is_told(client, admin, officer, letters):
    secret = give_app(officer)
    phone = Client()
    phone.post("/accounts/login/", {"login": officer.email, "password": PASSWORD})
    phone.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert phone.get("/accounts/profile/").status_code == 200
    assert "vtori-faktor" in client.get(f"/admin/users/edit/{officer.pk}/").content.decode()
    assert client.get(f"/admin/hora/{officer.pk}/vtori-faktor/").status_code == 200
    assert officer.authenticator_set.exists()  # asking changes nothing
    for _click in range(2):
        reset(client, officer)
    assert not officer.authenticator_set.exists()
    assert phone.get("/accounts/profile/").status_code == 302
    assert len(letters(officer.email)) == 1
    entry = ModelLogEntry.objects.get(action="members.reset_second_factor")
    assert (entry.user, entry.object_id) == (admin, str(officer.pk))


def test_afterwards_a_new_factor_is_asked_for(client, admin, officer, settings, letters):
    give_app(officer)
    reset(client, officer)
    settings.REQUIRE_SECOND_FACTOR = True
    client.logout()
    client.post("/accounts/login/", {"login": officer.email, "password": PASSWORD})
    assert client.get("/admin/").url.startswith("/accounts/2fa/?next=")


def test_the_own_factor_stays(client, admin):
    give_app(admin)
    assert reset(client, admin).status_code in (302, 403)
    assert admin.authenticator_set.exists()


def test_officers_and_members_take_off_nothing(client, officer, member):
    give_app(member)
    for person in (officer, make_user()):
        client.force_login(person)
        assert reset(client, member).status_code in (302, 403)
    client.logout()
    reset(client, member)
    assert member.authenticator_set.exists()
