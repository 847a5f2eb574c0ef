"""The portal without a mouse: one jump over the head of the page, then everything in turn and in sight."""

import pytest
from playwright.sync_api import expect

from tests.factories.portal import fill_portal

FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    const ring = [getComputedStyle(one), getComputedStyle(one, "::after")].some(
        (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    window.numbers ??= new Map();
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return [numbers.get(one), one.outerHTML.slice(0, 120), seen, ring];
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && one.type !== "hidden").length"""


@pytest.fixture(scope="module")
def visits(db):
    return {visit.path: visit for visit in fill_portal()["bg"]}


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
    paths = list(visits)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto({"home": "/", "list": "/novini/", "article": paths[1], "form": "/pishete/koordinator/",
               "login": "/accounts/login/"}[kind])  # fmt: skip
    stops, wrong = [], []
    for _ in range(250):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        number, html, seen, ring = stop
        stops.append(number)
        wrong += [] if seen and ring else [f"{html} seen={seen} ring={ring}"]
    assert wrong == []
    assert stops == list(range(len(stops))), "no trap, no way back"
    assert len(stops) == page.evaluate(REACHABLE)
