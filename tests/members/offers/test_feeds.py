"""The feed of offers: what is open, by the reader's filter, only what really is in the language."""

import feedparser
import pytest

from tests.factories.offers import make_offer, make_theme

pytestmark = pytest.mark.django_db


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.bozo_exception
    return feed


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_an_entry_says_who_seeks_whom_until_when(client, homes, kind):
    offer = make_offer("Пътека & „кавички“", themes=[make_theme()])
    entry = read(client, f"/partnyorstva/{kind}/").entries[0]
    assert entry.title == "Пътека & „кавички“" and entry.link.endswith(f"/partnyorstva/{offer.slug}/")
    assert "МИГ – Тунджа" in entry.summary and "читалище" in entry.summary
    assert [tag.term for tag in entry.tags][1:] == ["Селски туризъм"]


def test_the_feed_follows_the_filter_and_says_so(client, homes):
    make_offer("a", fund="interreg"), make_offer("b")
    feed = read(client, "/partnyorstva/rss/?fund=interreg")
    assert [entry.title for entry in feed.entries] == ["a"]
    assert "Interreg" in feed.feed.title and feed.feed.link.endswith("?fund=interreg")


def test_past_offers_and_drafts_stay_out(client, homes):
    make_offer("open"), make_offer("leak", days=-1), make_offer("leak", live=False), make_offer("leak", state="formed")
    assert [entry.title for entry in read(client, "/partnyorstva/rss/").entries] == ["open"]


def test_the_english_feed_holds_only_english_texts(client, homes):
    make_offer("Само на български"), make_offer("Пътека", title_en="A path")
    feed = read(client, "/en/partnerships/rss/")
    assert [entry.title for entry in feed.entries] == ["A path"] and feed.feed.language == "en"
