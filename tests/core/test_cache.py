"""A cache that does not answer makes the portal slower, never broken."""

import pytest
from django.core.cache import caches

from core import cache
from core.models import TranslationRequest
from tests.factories.news import make_news

pytestmark = pytest.mark.django_db
NOBODY_THERE = {"default": {"BACKEND": "core.cache.CalmRedisCache", "LOCATION": "redis://127.0.0.1:1"}}


@pytest.fixture
def no_cache(settings, homes):
    settings.CACHES = NOBODY_THERE
    cache._ill_until.clear()
    return caches["default"]


def test_pages_are_read_and_wishes_counted_without_a_cache(client, no_cache):
    news = make_news("Без кеш")
    for address in ("/", "/novini/", news.url, f"/en/prevod/{news.pk}/", "/accounts/login/"):
        assert client.get(address).status_code == 200, address
    assert client.post(f"/en/prevod/{news.pk}/").status_code == 200
    assert TranslationRequest.objects.get(page=news).count == 1


def test_a_cache_that_does_not_answer_is_left_in_peace_for_a_while(no_cache, monkeypatch):
    asked = []

    def connect(*args):
        asked.append(args)
        raise ConnectionError

    monkeypatch.setattr("redis.connection.Connection.connect", connect)
    for _time in range(3):
        assert no_cache.get("key") is None
    assert len(asked) == 1
    cache._ill_until.clear()
    no_cache.get("key")
    assert len(asked) == 2


def test_the_health_check_says_that_nothing_is_kept(client, no_cache):
    answer = client.get("/healthz/ready").json()
    assert answer == {"database": True, "cache": False, "migrations": True}
