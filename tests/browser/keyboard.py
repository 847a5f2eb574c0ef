"""The way through a page with the key Tab."""

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


def walk(page):
    """The stops in their order, each by the number of its first turn, and what is wrong on the way."""
    stops, wrong = [], []
    for _ in range(250):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        number, html, seen, ring = stop
        stops.append(number)
        wrong += [] if seen and ring else [f"{html} seen={seen} ring={ring}"]
    return stops, wrong
