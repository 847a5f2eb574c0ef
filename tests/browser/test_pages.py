"""One full portal for all that is asked of every kind of page: axe finds nothing (both languages, visitor and member;
screens and colours: `axe.py`), on a phone nothing is cut or runs out at the side, and there is a way
without a mouse."""

from itertools import pairwise

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation
from playwright.sync_api import expect

from members.models import Organization
from tests.browser import axe, keyboard, narrow
from tests.factories.members import make_editor
from tests.factories.portal import fill_portal
from tests.factories.teams import make_member

ERRORS = ("403", "404", "429", "500", "503")


def session_of(person) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture(scope="module")
def visits(db):
    return fill_portal()


@pytest.fixture(scope="module")
def session(visits):
    return session_of(make_member())


@pytest.fixture
def page(browser, portal):
    context = axe.prepared(browser.new_context(base_url=portal, reduced_motion="reduce"))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", ["bg", "en"])
def test_pages(portal, visits, session, page, code):
    wrong, look = {}, axe.Axe()
    for visit in visits[code]:
        page.context.clear_cookies()
        if visit.member:
            page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": portal}])
        open_as_said(page, visit)
        if found := look.look_at(page, axe.LOOKS[code]) + narrow.look_at(page):
            wrong[str(visit)] = found
    assert not wrong


def open_as_said(page, visit):
    """As on a phone: a page is loaded at the width at which most is looked at."""
    page.set_viewport_size({"width": 320, "height": 640})
    if visit.through:
        page.goto(visit.through)
    page.goto(visit.path)
    if visit.form is not None:
        with page.expect_navigation():
            page.evaluate("document.querySelector('main form[method=post]').submit()")


@pytest.mark.parametrize("code", ["bg", "en"])
def test_pages_for_what_went_wrong(page, code):
    wrong, look = {}, axe.Axe()
    for number in ERRORS:
        with translation.override(code):
            html = render_to_string(f"{number}.html", {"language": code}, request=RequestFactory().get("/"))
        page.route("**/went-wrong/", lambda route: route.fulfill(body=html, content_type="text/html"))  # noqa: B023
        page.goto("/went-wrong/")
        if found := look.look_at(page, axe.LOOKS[code]) + narrow.look_at(page):
            wrong[number] = found
    assert not wrong


@pytest.mark.parametrize("width", [320, 390])
def test_who_is_logged_in_has_one_row_of_links_at_the_top(visits, portal, page, width):
    person = make_editor(Organization.objects.get(slug="mig-tundzha"), f"tesen{width}@example.org")
    type(person).objects.filter(pk=person.pk).update(display_name="Редактор, МИГ – Тунджа и съседи")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(person), "url": portal}])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/accounts/profile/")
    links = page.evaluate(narrow.HEAD)
    assert len(links) == 5 and len({link["middle"] for link in links}) == 1, links
    assert all(link["height"] >= 44 and link["right"] <= width for link in links), links
    # Half a pixel: browsers round the width of letters differently.
    assert all(first["right"] <= second["left"] + 0.5 for first, second in pairwise(links)), links


def test_the_first_stop_leads_over_the_head_of_the_page(page, visits):
    page.goto("/novini/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#main")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["home", "list", "article", "form", "login"])
def test_everything_is_reached_and_seen(page, visits, kind, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto({"home": "/", "list": "/novini/", "article": visits["bg"][1].path, "form": "/pishete/koordinator/",
               "login": "/accounts/login/"}[kind])  # fmt: skip
    stops, wrong = keyboard.walk(page)
    assert wrong == []
    assert stops == list(range(len(stops))), "no trap, no way back"
    assert len(stops) == page.evaluate(keyboard.REACHABLE)
