"""What is for members is for members in both languages, whichever text is published last."""

import pytest

from tests.factories.members import make_user
from tests.factories.news import make_news, translate

pytestmark = pytest.mark.django_db


def test_a_translation_is_read_by_whom_the_original_is(client, newsroom):
    news = make_news("За всички", parent=newsroom)
    twin = translate(news, title="twin-secret", slug="twin-secret")
    assert client.get(twin.url).status_code == 200
    news.audience = "members"
    news.save_revision().publish()
    assert client.get(twin.url).status_code == 302
    for address in ("/en/news/", "/en/news/rss/", "/en/", "/sitemap-en.xml", "/en/tarsene/?q=twin"):
        assert b"twin-secret" not in client.get(address).content.replace(b"?q=twin", b"")


def test_publishing_the_translation_does_not_open_it(client, newsroom):
    news = make_news("За членове", parent=newsroom, audience="members")
    twin = translate(news, title="Members only", audience="public")
    assert twin.audience == "members"
    assert client.get(twin.url).status_code == 302


@pytest.mark.parametrize("tail", ["", "rss/", "2020/"])
def test_a_list_for_members_is_shown_to_no_one_else_whatever_its_route(client, newsroom, tail):
    newsroom.audience = "members"
    newsroom.save_revision().publish()
    answer = client.get(newsroom.url + tail)
    assert answer.status_code == 302 and answer.url == f"/accounts/login/?next={newsroom.url}{tail}"
    client.force_login(make_user())
    assert client.get(newsroom.url + tail).status_code == 200
