"""Every page of the account in both languages: it opens, is valid and has one heading."""

import re

import html5lib
import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from tests.factories.members import PASSWORD, give_app

OUTSIDE = [
    "login/",
    "signup/",
    "login/code/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/done/",
    "password/reset/key/1-wrong/",
    "confirm-email/",
    "confirm-email/wrong/",
    "inactive/",
    "iztrit/",
]
INSIDE = [
    "profile/",
    "email/",
    "password/change/",
    "logout/",
    "reauthenticate/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "sessions/",
    "profile/iztrivane/",
]
WITH_APP = [
    "2fa/",
    "2fa/reauthenticate/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/totp/deactivate/",
]


def check(client, path):
    for prefix, language in (("/accounts/", "bg"), ("/en/accounts/", "en")):
        response = client.get(prefix + path)
        assert response.status_code == 200, path
        text = response.content.decode()
        assert f'<html lang="{language}"' in text
        assert len(re.findall(r"<h1\b", text)) == 1
        assert "placeholder=" not in text
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == []


@pytest.fixture
def inside(client, member):
    client.post("/accounts/login/", {"login": member.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize("path", OUTSIDE)
def test_pages_before_the_log_in(client, homes, path):
    check(client, path)


@pytest.mark.parametrize("path", INSIDE)
def test_pages_of_the_profile(inside, path):
    check(inside, path)


@pytest.mark.parametrize("path", WITH_APP)
def test_pages_of_the_second_factor(inside, member, path):
    give_app(member)
    RecoveryCodes.activate(member)
    check(inside, path)


def test_page_to_choose_a_password(client, member):
    link = f"password/reset/key/{user_pk_to_url_str(member)}-{default_token_generator.make_token(member)}/"
    check(client, client.get(f"/accounts/{link}").url.removeprefix("/accounts/"))


def test_page_for_who_has_no_password_yet(inside, member):
    inside.force_login(member)
    member.set_unusable_password()
    member.save()
    inside.force_login(member)
    check(inside, "password/set/")


def test_page_that_asks_for_the_code_of_a_letter(client, member):
    client.post("/accounts/login/code/", {"email": member.email})
    check(client, "login/code/confirm/")


def test_page_that_asks_for_the_second_factor(client, member):
    give_app(member)
    client.post("/accounts/login/", {"login": member.email, "password": PASSWORD})
    check(client, "2fa/authenticate/")
