"""Attributes of one tag without e-mail addresses."""

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import unquote

from .addresses import ADDRESS, clean_address, replace_addresses

NAME = re.compile(r"</?([^\s/>]+)")
ATTRIBUTE = re.compile(r"""([^\s"'>/=][^\s>/=]*+)(?>(?:\s*+=\s*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^\s>]*+)))?)""")
# Attributes that people read or hear: there an address leaves a word behind, elsewhere nothing.
READ_ALOUD = frozenset({"alt", "title", "content", "aria-label", "aria-description", "placeholder", "label"})
Attributes = dict[str, str | None]


def name(tag: str) -> str:
    """Name the element of a start or end tag."""
    return NAME.match(tag)[1].lower()


def without_addresses(tag: str, reveal_url: Callable[[str], str], label: str) -> str:
    """Write a tag anew; a link to an address becomes a link to the page that shows it."""
    element = name(tag)
    if ADDRESS.search(unescape(element)):  # „Ivan <ivan@example.org>“, read by browsers as a tag
        return f" {escape(label)} "
    if tag[1] == "/":
        return f"</{element}>"
    attributes = _read(tag[1 + len(element) :])
    cleaned = {key: _cleaned(element, key, value, label) for key, value in attributes.items()}
    address = _address_of_link(attributes.get("href") or "") if element in {"a", "area"} else None
    if address:
        cleaned["href"] = reveal_url(address)
        cleaned["class"] = f"{attributes.get('class') or ''} mail-reveal".strip()
        cleaned["rel"] = "nofollow"
    written = "".join(f" {key}" if value is None else f' {key}="{escape(value)}"' for key, value in cleaned.items())
    return f"<{element}{written}{'/>' if tag.endswith('/>') else '>'}"


def _read(text: str) -> Attributes:
    attributes: Attributes = {}
    for match in ATTRIBUTE.finditer(text.removesuffix(">")):
        key = match[1].lower()
        if not ADDRESS.search(unescape(key)):
            given = [value for value in match.groups()[1:] if value is not None]
            attributes.setdefault(key, unescape(given[0]) if given else None)
    return attributes


def _cleaned(element: str, key: str, value: str | None, label: str) -> str | None:
    if value is None or (element, key) == ("input", "value"):
        return value
    # Once more than a browser does: an attribute may hold HTML or a link with the address in its query.
    decoded = unescape(value).replace("%40", "@")
    if not ADDRESS.search(decoded):
        return value
    return replace_addresses(decoded, label if key in READ_ALOUD else "")


def _address_of_link(href: str) -> str | None:
    scheme, _, rest = href.strip().partition(":")
    if scheme.lower() == "mailto":
        path, _, query = unquote(rest).partition("?")
        found = list(ADDRESS.finditer(path)) or list(ADDRESS.finditer(query))
        return ",".join(map(clean_address, found)) or None
    # Typed without „mailto:“, or given „https://“ by the editor.
    typed = ADDRESS.fullmatch(re.sub(r"(?i)^https?://|/$", "", href.strip()))
    return clean_address(typed) if typed else None
