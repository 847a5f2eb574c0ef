"""A phone of 320 px, which is also a desk at 400 %, and letters set wider; with the longest Bulgarian word."""

from itertools import pairwise

import pytest
from django.conf import settings
from django.test import Client

from members.models import Organization
from tests.factories.members import make_editor
from tests.factories.portal import fill_portal

SIDEWAYS = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
        .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest(".table-scroll, .sr"))
        .map((one) => one.outerHTML.slice(0, 120));
}"""
CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const style = getComputedStyle(one);
    return one.checkVisibility() && !one.closest(".sr, .table-scroll, svg, textarea, input") && one.innerText
        && ["hidden", "clip"].some((value) => [style.overflowX, style.overflowY].includes(value))
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 160))"""
SPACE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
}"""


def session_of(person) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture(scope="module")
def visits(db):
    return fill_portal()


HEAD = """() => [...document.querySelectorAll(".site-header .account :is(a, button)")].map((one) => {
    const { top, height, left, right } = one.getBoundingClientRect();
    return { middle: Math.round(top + height / 2), height: Math.round(height), left, right };
})"""


@pytest.mark.parametrize("width", [320, 390])
def test_who_is_logged_in_has_one_row_of_links_at_the_top(visits, portal, context, page, width):
    person = make_editor(Organization.objects.get(slug="mig-tundzha"), f"tesen{width}@example.org")
    type(person).objects.filter(pk=person.pk).update(display_name="Редактор, МИГ – Тунджа и съседи")
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(person), "url": portal}])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/accounts/profile/")
    links = page.evaluate(HEAD)
    context.clear_cookies()
    assert len(links) == 5 and len({link["middle"] for link in links}) == 1, links
    assert all(link["height"] >= 44 and link["right"] <= width for link in links), links
    assert all(first["right"] <= second["left"] for first, second in pairwise(links)), links


@pytest.mark.parametrize("code", ["bg", "en"])
def test_nothing_is_cut_or_runs_out_at_the_side(visits, page, code):
    page.set_viewport_size({"width": 320, "height": 640})
    wrong = {}
    for visit in visits[code]:
        if visit.member or visit.form is not None:
            continue
        page.goto(visit.path)
        found = page.evaluate(SIDEWAYS)
        page.evaluate(SPACE)
        found += page.evaluate(SIDEWAYS) + page.evaluate(CUT)
        wrong |= {visit.path: found} if found else {}
    assert not wrong
