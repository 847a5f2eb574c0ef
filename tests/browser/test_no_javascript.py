"""A browser without JavaScript: what leads somewhere leads there by itself."""

import re

import pytest
from playwright.sync_api import expect

from core.models import TranslationRequest
from tests.factories.news import make_news, make_newsroom, make_rubric


@pytest.fixture(scope="module")
def story(portal):
    newsroom = make_newsroom()
    make_news("Стара", newsroom, days_ago=400)
    return make_news("Нова", newsroom, rubrics=[make_rubric()])


@pytest.fixture
def page(browser, portal):
    context = browser.new_context(base_url=portal, java_script_enabled=False, viewport={"width": 360, "height": 700})
    yield context.new_page()
    context.close()


def test_a_month_and_a_rubric_narrow_the_list(page, story):
    page.goto("/novini/")
    page.locator("main .archive a").last.click()
    page.locator("main .archive details[open] a").last.click()
    expect(page.locator("main article")).to_have_count(1)
    expect(page.locator("main article")).to_contain_text("Стара")
    page.goto("/novini/")
    page.get_by_role("link", name="Покани").first.click()
    expect(page).to_have_url(re.compile("/rubriki/pokani/$"))


def test_a_search_from_the_head_of_the_page(page, story):
    page.goto("/")
    page.fill("header [name=q]", "Нова")
    page.press("header [name=q]", "Enter")
    expect(page.locator("main a", has_text="Нова")).to_be_visible()


def test_the_other_language_and_a_wish_for_a_translation(page, story):
    page.goto(story.url)
    page.click("header a[lang=en]")
    page.click("main .notice a[href*='/prevod/']")
    page.click("main form button")
    assert TranslationRequest.objects.get(page=story).count == 1
    page.locator("main a.btn").click()
    expect(page.locator("main h1")).to_have_text("Нова")
    page.click("header a[lang=bg]")
    expect(page).to_have_url(re.compile(re.escape(story.url) + "$"))
    assert not page.context.cookies()
