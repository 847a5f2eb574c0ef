"""Feeds: what a reader subscribed to, well formed, and nothing that is not public or not in the language."""

import feedparser
import pytest

from tests.factories.core import make_picture
from tests.factories.news import make_news, make_rubric, translate

pytestmark = pytest.mark.django_db

LISTS = ["/novini/", "/rubriki/pokani/", "/novini/mig-tundzha/"]


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.bozo_exception
    return feed


@pytest.mark.parametrize("kind", ["rss", "atom"])
@pytest.mark.parametrize("address", LISTS)
def test_every_list_has_a_feed_that_reads_without_complaint(client, newsroom, address, kind):
    make_news("Форум & „кавички“ <b>", parent=newsroom, picture=make_picture(), summary="Резюме & още")
    feed = read(client, f"{address}{kind}/")
    entry = feed.entries[0]
    assert entry.title == "Форум & „кавички“ <b>"
    assert "/novini/mig-tundzha/" in entry.link
    assert entry.tags[0].term == "Покани"
    assert feed.feed.language == "bg"


def test_drafts_members_and_other_rubrics_stay_out(client, newsroom):
    other = make_rubric("Обучения", "obuchenia")
    make_news("leak-draft", parent=newsroom, live=False)
    make_news("leak-members", parent=newsroom, audience="members")
    make_news("leak-other-rubric", rubrics=[other])
    make_news("wanted", parent=newsroom)
    body = client.get("/rubriki/pokani/rss/").content
    assert b"wanted" in body
    assert b"leak" not in body


def test_the_english_feed_holds_only_english_texts(client, newsroom):
    make_news("samo-bg", parent=newsroom)
    translate(make_news(parent=newsroom), title="In English")
    feed = read(client, "/en/news/rss/")
    assert [entry.title for entry in feed.entries] == ["In English"]
    assert feed.feed.language == "en"


def test_no_address_stands_in_a_feed(client, newsroom):
    make_news("Пишете на office@mig.example", parent=newsroom, summary="или на ofis@mig.example")
    for kind in ("rss", "atom"):
        assert b"mig.example" not in client.get(f"/novini/{kind}/").content
