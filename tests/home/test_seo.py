"""What machines read: the sitemap, robots.txt, canonical addresses and JSON-LD."""

import json
import re

import pytest

from tests.factories.core import make_picture
from tests.factories.news import make_news, translate

pytestmark = pytest.mark.django_db


def test_the_sitemap_lists_what_is_public_in_its_own_language(client, newsroom):
    plain = make_news(parent=newsroom)
    news = make_news(parent=newsroom)
    twin = translate(news, title="In English", slug="in-english")
    make_news(slug="leak-draft", parent=newsroom, live=False)
    make_news(slug="leak-members", parent=newsroom, audience="members")
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-bg.xml" in index and "/sitemap-en.xml" in index
    bg, en = (client.get(f"/sitemap-{code}.xml").content.decode() for code in ("bg", "en"))
    assert f"<loc>http://localhost:8000{plain.url}</loc>" in bg
    assert f"<loc>http://localhost:8000{twin.url}</loc>" in en
    assert plain.slug not in en
    assert f'hreflang="en" href="http://localhost:8000{twin.url}"' in bg
    assert "leak" not in bg + en


def test_robots_names_the_sitemap_and_closes_the_back_rooms(client, homes):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://localhost:8000/sitemap.xml" in text
    assert "Disallow: /admin/" in text and "Disallow: /en/poshta/" in text


def test_a_translated_page_names_both_languages_and_itself(client, newsroom):
    news = make_news(parent=newsroom)
    twin = translate(news, title="In English", slug="in-english")
    for page in (news, twin):
        head = client.get(page.url).content.decode().partition("</head>")[0]
        assert f'rel="canonical" href="http://localhost:8000{page.url}"' in head
        for code, other in (("bg", news), ("en", twin)):
            assert f'hreflang="{code}" href="http://localhost:8000{other.url}"' in head


def test_json_ld_says_what_the_article_is_and_cannot_break_out(client, newsroom):
    news = make_news("</script><b>Заглавие & още", parent=newsroom, picture=make_picture())
    html = client.get(news.url).content.decode()
    found = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])
    article, crumbs = found["@graph"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "</script><b>Заглавие & още"
    assert article["image"].startswith("http://localhost:8000/media/")
    assert article["author"]["name"] == "МИГ – Тунджа"
    assert [step["name"] for step in crumbs["itemListElement"]][:2] == ["Начало", "Новини"]


@pytest.mark.parametrize("address", ["/", "/en/", "/novini/", "/rubriki/", "/kontakti/", "/tarsene/?q=x"])
def test_a_reader_gets_no_cookie_and_answers_can_be_cached(client, homes, address):
    make_news()
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 200
    assert not response.cookies
    vary = response.headers.get("Vary", "").lower()
    assert "cookie" not in vary and "accept-language" not in vary


def test_a_front_page_whose_word_is_being_changed_is_still_previewed(client, officer, homes):
    home = homes["bg"]
    home.slug = "drugo"
    home.save_revision()
    client.force_login(officer)
    assert client.get(f"/admin/pages/{home.pk}/view_draft/").status_code == 200
