"""A person sees where the profile is open and closes it everywhere else, at once."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from members.devices import device
from tests.factories.members import PASSWORD

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"


def open_in(browser, member):
    client = Client(HTTP_USER_AGENT=browser)
    client.post("/accounts/login/", {"login": member.email, "password": PASSWORD})
    return client


def test_every_browser_is_listed_in_words(member):
    here, _phone = open_in(FIREFOX, member), open_in(PHONE, member)
    page = here.get("/accounts/sessions/").content.decode()
    assert "Firefox под Windows" in page
    assert "Chrome под Android" in page
    assert page.count("този браузър") == 1


def test_logged_out_everywhere_else_at_once(member):
    here, phone = open_in(FIREFOX, member), open_in(PHONE, member)
    assert phone.get("/accounts/profile/").status_code == 200
    here.post("/accounts/sessions/")
    assert phone.get("/accounts/profile/").status_code == 302
    assert here.get("/accounts/profile/").status_code == 200


def test_nobody_sees_or_ends_the_sessions_of_another(client, member, officer):
    phone = open_in(PHONE, member)
    client.force_login(officer)
    assert "Android" not in client.get("/accounts/sessions/").content.decode()
    client.post("/accounts/sessions/")
    assert phone.get("/accounts/profile/").status_code == 200


def test_a_session_is_noted_once_an_hour_and_a_reader_never(client, member, homes, django_assert_num_queries):
    client.force_login(member)
    client.get("/accounts/profile/")
    seen = UserSession.objects.get().last_seen_at
    client.get("/accounts/profile/")
    assert UserSession.objects.get().last_seen_at == seen
    reader = Client()
    assert not reader.get("/").cookies
    assert UserSession.objects.count() == 1


@pytest.mark.parametrize(
    "said, words",
    [
        (FIREFOX, "Firefox под Windows"),
        (EDGE, "Edge под Windows"),
        (PHONE, "Chrome под Android"),
        ("", "непознат браузър"),
    ],
)
def test_a_browser_is_called_by_its_name(said, words):
    assert device(said) == words
