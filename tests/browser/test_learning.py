"""Learning in a browser without JavaScript: a question explains itself to a stranger, a member goes on to the
certificate, which everybody confirms."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.factories.members import make_user
from tests.resources.learning import learnable


@pytest.fixture(scope="module")
def course(portal):
    return learnable()


@pytest.fixture
def page(browser, portal):
    context = browser.new_context(base_url=portal, java_script_enabled=False, viewport={"width": 390, "height": 800})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_a_stranger_answers_and_reads_why(page, course):
    _course, lesson, _second = course
    page.goto(lesson.url)
    page.check("#v1-0")
    page.click("#v1 button")
    expect(page).to_have_url(re.compile(r"\?v1=0&asked=1#v1$"))
    expect(page.locator(".choice.wrong")).to_contain_text("няма да разбере")
    expect(page.locator(".choice.right")).to_contain_text("Вижда се промяната")
    assert not page.context.cookies()


def test_a_member_learns_and_gets_a_certificate_that_the_open_page_confirms(page, portal, course):
    course, first, second = course
    client = Client()
    client.force_login(make_user(display_name="Станислава Живкова"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": portal}])
    page.goto(course.url)
    page.click("form[action*='zapisvane'] button")
    page.click("section[aria-labelledby=learn-h] a.btn")
    expect(page.locator("h1")).to_have_text(first.title)
    page.check("#v1-1")
    page.click("#v1 button")
    expect(page.locator(".choice.right")).to_be_visible()
    for _lesson in (first, second):
        page.click("form[action*='gotovo'] button")
        if page.locator("a[rel=next]").count():
            page.click("a[rel=next]")
    page.goto(course.url)
    expect(page.locator(".lesson.done")).to_have_count(2)
    page.context.clear_cookies()
    paper = page.locator("section[aria-labelledby=learn-h] a[href*='/pdf/']").get_attribute("href")
    assert page.request.get(paper).body().startswith(b"%PDF")
    page.click("section[aria-labelledby=learn-h] a[href*='/udostoverenie/']:not([href*='/pdf/'])")
    expect(page.locator("main")).to_contain_text("С. Ж.")
    expect(page.locator("main")).not_to_contain_text("Станислава")
