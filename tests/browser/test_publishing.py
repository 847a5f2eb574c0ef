"""The portal's first promise: an officer publishes, a visitor reads, in two languages."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import desk
from tests.factories.members import make_editor, make_officer
from tests.factories.news import make_newsroom, make_rubric

BULGARIAN = "Шест проекта получиха подкрепа"
ENGLISH = "Six projects won support"
NOTICE = "main .notice a[href*='/prevod/']"


@pytest.fixture
def person(browser, portal):
    """Somebody with a browser of his or her own, logged in if an address is given."""

    def sits_down(email=""):
        page = browser.new_context(base_url=portal, viewport={"width": 1280, "height": 900}).new_page()
        if email:
            desk.log_in(page, email)
        return page

    return sits_down


def test_an_article_goes_from_the_officer_of_a_group_to_readers_in_two_languages(portal, person):
    make_rubric("Покани", "pokani")
    newsroom = make_newsroom()
    writes = person(make_editor(newsroom.organization).email)
    decides = person(make_officer().email)
    reads = person()

    desk.write_article(writes, newsroom, BULGARIAN)
    desk.press(writes, "action-submit")
    reads.goto("/")
    expect(reads.locator("body")).not_to_contain_text(BULGARIAN)

    desk.open_from(decides, "/admin/", BULGARIAN)
    desk.press(decides, "approve")

    assert_everywhere(reads, BULGARIAN, home="/", rubric="/rubriki/pokani/", feed="/novini/rss/", sitemap="bg")
    reads.goto("/")
    reads.click(f"main a:has-text('{BULGARIAN}')")
    address = reads.url
    expect(reads.locator("main article .figure img")).to_have_attribute("alt", desk.PICTURE_ALT)
    assert reads.locator("main article .figure img").evaluate("img => img.decode().then(() => img.naturalWidth)")
    with reads.expect_download() as download:
        reads.click("main a[download]")
    assert download.value.path().read_bytes() == desk.DOCUMENT["buffer"]

    reads.click("header a[lang=en]")
    expect(reads.locator("html")).to_have_attribute("lang", "en")
    expect(reads.locator("main article")).to_have_attribute("lang", "bg")
    expect(reads.locator("main h1")).to_have_text(BULGARIAN)
    expect(reads.locator(NOTICE)).to_be_visible()
    assert BULGARIAN not in reads.request.get("/en/news/rss/").text()

    desk.open_from(decides, f"/admin/pages/search/?q={BULGARIAN}", BULGARIAN)
    desk.translate(decides, ENGLISH)

    reads.reload()
    expect(reads.locator("main h1")).to_have_text(ENGLISH)
    expect(reads.locator(NOTICE)).to_have_count(0)
    assert_everywhere(reads, ENGLISH, home="/en/", rubric="/en/topics/pokani/", feed="/en/news/rss/", sitemap="en")
    reads.goto(address)
    expect(reads.locator("main h1")).to_have_text(BULGARIAN)


def assert_everywhere(page, title, *, home, rubric, feed, sitemap):
    for list_of_news in (home, rubric):
        page.goto(list_of_news)
        expect(page.locator("main article", has_text=title)).to_be_visible()
    article = page.locator(f"main a:has-text('{title}')").first.get_attribute("href")
    assert f"<title>{title}</title>" in page.request.get(feed).text()
    assert re.search(rf"<loc>[^<]+{article}</loc>", page.request.get(f"/sitemap-{sitemap}.xml").text())
