"""Data, scripts and styles inside a page without e-mail addresses."""

import json
import re
from html import unescape

from .addresses import ADDRESS, replace_addresses

JSON_TYPE = re.compile(r"""\btype\s*=\s*["']?[\w./+-]*json\b""", re.IGNORECASE)
AT = re.compile(r"\\u0040", re.IGNORECASE)
SAFE_IN_HTML = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def without_addresses_in_script(opening_tag: str, content: str) -> str:
    """Take addresses out of what stands in a script or style element; data stays valid."""
    if not JSON_TYPE.search(opening_tag):
        # „…“ and not nothing: after a backslash a character has to follow.
        cleaned = replace_addresses(AT.sub("@", content), "…")
        # Browsers do not decode entities here, robots might.
        return "" if ADDRESS.search(unescape(cleaned)) else cleaned
    try:
        return json.dumps(_without_addresses(json.loads(content)), ensure_ascii=False).translate(SAFE_IN_HTML)
    except (ValueError, RecursionError):
        return "null"


def _without_addresses(value):
    match value:
        case str():
            decoded = unescape(value)
            if not ADDRESS.search(decoded):
                return value
            return replace_addresses(decoded, "").removeprefix("mailto:").strip()
        case list():
            return [cleaned for item in value if (cleaned := _without_addresses(item)) != "" or item == ""]
        case dict():
            pairs = ((key, _without_addresses(item), item) for key, item in value.items())
            kept = {key: cleaned for key, cleaned, item in pairs if cleaned != "" or item == ""}
            return {key: item for key, item in kept.items() if not ADDRESS.search(key)}
    return value
