"""A phone of 320 px, which is also a desk at 400 %, and letters set wider; with the longest Bulgarian word."""

import pytest

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


@pytest.fixture(scope="module")
def visits(db):
    return fill_portal()


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
