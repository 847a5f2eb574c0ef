"""The box of the search page: suggestions by keyboard, and without any script."""

import re

import pytest
from playwright.sync_api import expect

from search.models import AskedQuery
from search.rebuilding import rebuild
from tests.factories.news import make_news


@pytest.fixture(scope="module")
def news(portal):
    for title in ("Пчеларите се събраха", "Пчели и хора", "Друго"):
        make_news(title)
    rebuild()


def test_suggestions_by_keyboard(page, news):
    page.goto("/tarsene/")
    box = page.get_by_role("combobox", name="Дума, населено място или организация")
    box.press_sequentially("пчел")
    options = page.get_by_role("option")
    expect(options).to_have_count(3)  # two titles, and everything
    expect(page.locator("#status")).to_have_text(re.compile("Подсказки: 3"))
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "option-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")  # opens them again
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press_sequentially("и")
    expect(options).to_have_count(2)
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Пчели и хора")


def test_a_search_that_was_shown_is_counted(page, news):
    with page.expect_request(re.compile("potarseno")) as sent:
        page.goto("/tarsene/?q=пчела")
    assert sent.value.response().status == 204
    assert AskedQuery.objects.get().text == "пчела"


def test_a_plain_form_without_scripts(browser, portal, news):
    context = browser.new_context(base_url=portal, java_script_enabled=False)
    page = context.new_page()
    page.goto("/tarsene/")
    page.get_by_label("Дума, населено място или организация").fill("пчелари")
    page.get_by_role("main").get_by_role("button", name="Търсене").click()
    expect(page.get_by_role("link", name="Пчеларите се събраха")).to_be_visible()
    context.close()
