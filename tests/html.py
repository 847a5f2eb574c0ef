"""What is wrong with a page of HTML, in words: `problems(html)` of a good page is an empty list."""

import re
from collections import Counter

import html5lib

VOCAL = {"a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "label", "legend", "th", "title"}
INLINE = {"span", "label", "button", "h1", "h2", "h3", "h4", "h5", "strong", "b", "em", "small", "time", "summary"}
BLOCKS = {"div", "p", "ul", "ol", "section", "article", "form", "table", "figure", "nav", "h1", "h2", "h3", "h4"}
REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "form", "list"}
DATA = {"application/json", "application/ld+json"}
CONTROLS = {"input", "select", "textarea"}


def problems(html: str) -> list[str]:
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(html)
    found = [f"line {place[0]}: {code} {data}" for place, code, data in parser.errors]
    for check in (_document, _ids, _headings, _names, _pictures, _nesting, _inline_code):
        found += check(root)
    return found


def _document(root):
    if root.get("lang") not in ("bg", "en"):
        yield "no language on <html>"
    if len(list(root.iter("main"))) != 1:
        yield "not one <main>"
    for needed in ("head/title", "head/meta[@name='viewport']"):
        if len(root.findall(needed)) != 1:
            yield f"not one {needed}"


def _ids(root):
    ids = Counter(element.get("id") for element in _all(root) if element.get("id") is not None)
    yield from (f"id “{name}” {times} times" for name, times in ids.items() if times > 1 or not name)
    for element in _all(root):
        pointed = [name for key in REFERENCES & element.attrib.keys() for name in element.get(key).split()]
        href = element.get("href") or ""
        if href.startswith("#") and element.tag == "a":
            pointed.append(href[1:])
        yield from (f"<{element.tag}> points to “{name}”, which is not there" for name in pointed if name not in ids)


def _headings(root):
    levels = [int(element.tag[1]) for element in _all(root) if re.fullmatch("h[1-6]", element.tag)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} first-level headings"
    for above, below in zip(levels, levels[1:], strict=False):
        if below > above + 1:
            yield f"from h{above} to h{below}"


def _names(root):
    labelled = {label.get("for") for label in root.iter("label")}
    labelled |= {control.get("id") for label in root.iter("label") for control in label.iter() if _is_control(control)}
    for element in _all(root):
        own = element.get("aria-label") or element.get("aria-labelledby")
        if element.tag in VOCAL and not own and not _text(element):
            yield f"<{element.tag} {element.attrib}> says nothing"
        if _is_control(element) and not own and element.get("id") not in labelled:
            yield f"<{element.tag} name={element.get('name')}> has no label"
        if element.tag == "a" and not element.get("href"):
            yield f"a link to nowhere: {_text(element)}"


def _pictures(root):
    for image in root.iter("img"):
        yield from (f"<img src={image.get('src')}> without {key}" for key in _missing(image, "alt", "width", "height"))


def _nesting(root):
    for parent in _all(root):
        for child in parent:
            if parent.tag in ("ul", "ol") and child.tag not in ("li", "script", "template"):
                yield f"<{child.tag}> in <{parent.tag}>"
        wrong = BLOCKS - {parent.tag} if parent.tag in INLINE else set()
        yield from (f"<{inner.tag}> in <{parent.tag}>" for inner in parent.iter() if inner.tag in wrong)


def _inline_code(root):
    yield from ("<style> in the page" for _ in root.iter("style"))
    for element in _all(root):
        yield from (f"{key}= on <{element.tag}>" for key in element.attrib if key == "style" or key.startswith("on"))
        if element.tag == "script" and not element.get("src") and element.get("type") not in DATA:
            yield "a script in the page"


def _all(root):
    return (element for element in root.iter() if isinstance(element.tag, str))


def _is_control(element) -> bool:
    return element.tag in CONTROLS and element.get("type") not in ("hidden", "submit")


def _text(element) -> str:
    said = [*element.itertext(), *(image.get("alt") or "" for image in element.iter("img"))]
    return "".join(said).strip()


def _missing(element, *names):
    return [name for name in names if element.get(name) is None]
