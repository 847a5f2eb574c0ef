"""A phone of 320 px, which is also a desk at 400 %, and letters set wider."""

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

HEAD = """() => [...document.querySelectorAll(".site-header .account :is(a, button)")].map((one) => {
    const { top, height, left, right } = one.getBoundingClientRect();
    return { middle: Math.round(top + height / 2), height: Math.round(height), left, right };
})"""


def look_at(page) -> list:
    """What runs out at the side or is cut. The last look at a page: its letters stay wide."""
    page.set_viewport_size({"width": 320, "height": 640})
    found = [f"runs out at 320: {html}" for html in page.evaluate(SIDEWAYS)]
    page.evaluate(SPACE)
    found += [f"runs out at 320, letters set wider: {html}" for html in page.evaluate(SIDEWAYS)]
    return found + [f"cut at 320, letters set wider: {html}" for html in page.evaluate(CUT)]
