"""What axe finds on a page: all rules on a phone in light colours (Bulgarian) and at a desk in dark ones (English),
then on the other screen what depends on colours, of all that looks otherwise there. English pages have other words in
the same colours and places."""

from axe_playwright_python.base import AXE_SCRIPT

STANDARDS = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = {
    "bg": [(320, "light", STANDARDS), (1280, "light", COLOURS)],
    "en": [(1280, "dark", STANDARDS), (320, "dark", COLOURS)],
}
# Style sheets are not fetched again: only the rule on locked orientation reads them (tests/core/test_stylesheet.py).
RUN = """async ([rules, all]) => {
    const look = (one) => {
        const style = getComputedStyle(one), {width, height, right, bottom} = one.getBoundingClientRect();
        return [one.checkVisibility({visibilityProperty: true}), width > 1 && height > 1,
            right + scrollX > 0 && bottom + scrollY > 0, style.position, style.clipPath, style.overflow, style.color,
            style.backgroundColor, style.backgroundImage, style.opacity, style.fontSize, style.fontWeight,
            style.textDecorationLine].join();
    };
    const elements = [...document.querySelectorAll("body, body *")], before = axe.looks;
    axe.looks = new Map(elements.map((one) => [one, look(one)]));
    const changed = elements.filter((one) => all || axe.looks.get(one) !== before.get(one));
    if (!changed.length) return [];
    const context = all ? document : {include: changed};
    const {violations} = await axe.run(context, {resultTypes: ["violations"], runOnly: rules, preload: false});
    return violations.map(({id, nodes}) => `${id}: ` + nodes.map((node) => node.html.slice(0, 160)).join(" | "));
}"""


def prepared(context):
    """The browser context, every page of which axe can look at."""
    context.add_init_script(AXE_SCRIPT)
    return context


def look_at(page, looks) -> list:
    """What is wrong in each look: with all rules on the whole page, then with some where the page changed."""
    found = []
    for width, scheme, rules in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found += [f"at {width}, {scheme}: {violation}" for violation in page.evaluate(RUN, [rules, rules is STANDARDS])]
    return found
