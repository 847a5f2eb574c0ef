"""axe finds nothing on any kind of page: both languages, phone and desk, light and dark, visitor and member."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from tests.factories.portal import fill_portal
from tests.factories.teams import make_member

STANDARDS = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = {
    "bg": [(320, "light", STANDARDS), (320, "dark", COLOURS), (1280, "dark", COLOURS), (1280, "light", STANDARDS)],
    "en": [(320, "light", STANDARDS)],  # other words, the same colours and places
}
ERRORS = ("403", "404", "429", "500", "503")
RUN = """async (rules) => {
    const {violations} = await axe.run({resultTypes: ["violations"], runOnly: rules});
    return violations.map(({id, nodes}) => `${id}: ` + nodes.map((node) => node.html.slice(0, 160)).join(" | "));
}"""


@pytest.fixture(scope="module")
def visits(db):
    return fill_portal()


@pytest.fixture(scope="module")
def session(visits):
    client = Client()
    client.force_login(make_member())
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def page(browser, portal):
    context = browser.new_context(base_url=portal, reduced_motion="reduce")
    context.add_init_script(AXE_SCRIPT)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", ["bg", "en"])
def test_pages(portal, visits, session, page, code):
    wrong = {}
    for visit in visits[code]:
        page.context.clear_cookies()
        if visit.member:
            page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": portal}])
        if visit.through:
            page.goto(visit.through)
        page.goto(visit.path)
        if visit.form is not None:
            with page.expect_navigation():
                page.evaluate("document.querySelector('main form[method=post]').submit()")
        wrong |= look_at(page, visit.path, LOOKS[code])
    assert not wrong


@pytest.mark.parametrize("code", ["bg", "en"])
def test_pages_for_what_went_wrong(visits, page, code):
    wrong = {}
    for number in ERRORS:
        with translation.override(code):
            html = render_to_string(f"{number}.html", {"language": code}, request=RequestFactory().get("/"))
        page.route("**/went-wrong/", lambda route: route.fulfill(body=html, content_type="text/html"))  # noqa: B023
        page.goto("/went-wrong/")
        wrong |= look_at(page, number, LOOKS[code])
    assert not wrong


def look_at(page, name, looks) -> dict:
    """The whole page on each screen; in the dark once more what depends on colours."""
    found = {}
    for width, scheme, rules in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if violations := page.evaluate(RUN, rules):
            found[f"{name} at {width}, {scheme}"] = violations
    return found
