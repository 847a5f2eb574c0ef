"""Without a cache nobody counts wrong passwords: trying is closed, reading and who is logged in are not."""

import pytest

from core import cache
from core.models import OutgoingMail
from tests.core.test_cache import NOBODY_THERE
from tests.factories.members import PASSWORD

pytestmark = pytest.mark.django_db

AGREED = {"terms": "on", "data": "on", "adult": "on"}
TRIES = {
    "/accounts/login/": {"login": "chlen@example.org", "password": PASSWORD},
    "/accounts/login/code/": {"email": "chlen@example.org"},
    "/accounts/password/reset/": {"email": "chlen@example.org"},
    "/accounts/signup/": {"email": "nov@example.org", "password1": PASSWORD, "display_name": "Нов", **AGREED},
}


@pytest.fixture
def no_cache(settings, homes):
    settings.CACHES = NOBODY_THERE
    cache._ill_until.clear()


@pytest.mark.parametrize("path", TRIES)
def test_nobody_tries_what_nobody_counts(client, member, no_cache, signed_in, path):
    response = client.post(path, TRIES[path])
    html = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert "Входът е затворен за няколко минути" in html
    assert "closed for a few minutes" in client.post(f"/en{path}", TRIES[path]).content.decode()
    assert signed_in() is None
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("path", TRIES)
def test_the_same_is_open_while_it_is_counted(client, member, homes, path):
    assert client.post(path, TRIES[path]).status_code == 302


def test_the_forms_are_shown_and_who_is_logged_in_stays_so(client, member, no_cache):
    assert client.get("/accounts/login/").status_code == 200
    client.force_login(member)
    assert client.get("/accounts/profile/").status_code == 200
    assert client.post("/accounts/logout/").status_code == 302
