"""What axe finds on a page: all rules on a phone in light colours (Bulgarian) and at a desk in dark ones (English),
then on the other screen what depends on colours. English pages have other words in the same colours and places.

The contrast of letters is half of axe's time, and most letters of a page look like those of the page before: it is
looked at once for each look.
"""

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
# The look of an element is its own style and that of what it stands in: by those its contrast differs. What was moved
# from its place may have anything behind it and is new each time; only what axe could judge is remembered. Not known
# is what a neighbour that was moved, or shares the cell of a grid, puts behind letters that were not.
# Style sheets are not fetched again: only the rule on locked orientation reads them (tests/core/test_stylesheet.py).
RUN = """async ([rules, all, seen]) => {
    const known = new Set(seen), keys = new Map(), fresh = [];
    const number = (text) => {
        let one = 0xdeadbeef, other = 0x41c6ce57;
        for (let place = 0; place < text.length; place++) {
            const sign = text.charCodeAt(place);
            one = Math.imul(one ^ sign, 2654435761);
            other = Math.imul(other ^ sign, 1597334677);
        }
        return 4294967296 * (2097151 & other) + (one >>> 0);
    };
    const says = (one) => one.matches("input, select, textarea")
        || [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1);
    for (const one of document.querySelectorAll("html, body, body *")) {
        const style = getComputedStyle(one), {width, height, right, bottom} = one.getBoundingClientRect();
        const around = keys.get(one.parentElement) ?? {number: 0, lies: false};
        const lies = around.lies || ["absolute", "fixed", "sticky"].includes(style.position)
            || style.transform !== "none" || (style.position === "relative" && !["auto", "0px"].includes(style.inset))
            || [style.marginTop, style.marginLeft].some((margin) => margin.startsWith("-"));
        const key = number([around.number, one.tagName, one.className, one.type, one.disabled,
            one.checkVisibility({visibilityProperty: true}), width > 1 && height > 1,
            right + scrollX > 0 && bottom + scrollY > 0, style.position, style.clipPath, style.overflow, style.color,
            style.backgroundColor, style.backgroundImage, style.opacity, style.fontSize, style.fontWeight,
            style.textDecorationLine].join());
        keys.set(one, {number: key, lies});
        if (says(one) && (lies || !known.has(key))) {
            fresh.push(one);
        }
    }
    fresh.forEach((one) => one.setAttribute("data-fresh", ""));
    axe.configure({rules: [{id: "color-contrast", selector: "[data-fresh]"}]});
    try {
        if (!all && !fresh.length) return [[], []];
        const context = all ? document : {include: fresh};
        const options = {resultTypes: ["violations", "passes"], elementRef: true, runOnly: rules, preload: false};
        const {violations, passes} = await axe.run(context, options);
        const judged = [...violations, ...passes].filter(({id}) => id === "color-contrast").flatMap(({nodes}) => nodes);
        const found = violations.map(({id, nodes}) => `${id}: `
            + nodes.map((node) => node.html.replace(' data-fresh=""', "").slice(0, 160)).join(" | "));
        return [found, judged.map(({element}) => keys.get(element).number)];
    } finally {
        fresh.forEach((one) => one.removeAttribute("data-fresh"));
    }
}"""


def prepared(context):
    """The browser context, every page of which axe can look at."""
    context.add_init_script(AXE_SCRIPT)
    return context


class Axe:
    """Looks at one page after the other, and remembers whose contrast it has looked at."""

    def __init__(self):
        self.seen = set()

    def look_at(self, page, looks) -> list:
        """What is wrong in each look: with all rules on the whole page, then with some where the page changed."""
        found = []
        for width, scheme, rules in looks:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            violations, new = page.evaluate(RUN, [rules, rules is STANDARDS, list(self.seen)])
            self.seen.update(new)
            found += [f"at {width}, {scheme}: {violation}" for violation in violations]
        return found
