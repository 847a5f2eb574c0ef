"""How an e-mail address looks in a text, and plain texts without one.

The pattern takes a run of characters whole or not at all (possessive repeats, no start inside a run), so its time
grows with the length of the text and nothing else.
"""

import re

# A soft hyphen or a zero-width space inside an address is seen by nobody and read by every robot.
_CHARACTER = r"\w\u00ad\u200b"
# What else may stand before the @; = ? & ' | and / may too, but around an address they part it from its neighbours.
MARKS = r".%+!#$*^`{}~-"
ADDRESS = re.compile(
    rf"(?<![{_CHARACTER}{MARKS}])(?>(?:[{MARKS}]++(?=[{_CHARACTER}]))?)"
    rf"(?P<address>[{_CHARACTER}{MARKS}]++"
    r"@(?!\dx\.(?:png|jpe?g|gif|webp|avif|svg)\b)"  # picture@2x.png
    rf"(?:[{_CHARACTER}-]++\.)+[^\W\d_][{_CHARACTER}-]*[^\W_]"
    rf"(?>(?:[{_CHARACTER}{MARKS}]*+@[{_CHARACTER}{MARKS}]*+)*))"
)
_ESCAPE = re.compile(r"u[0-9a-fA-F]{4}|[bfnrtN]")


def clean_address(match: re.Match[str]) -> str:
    """Give the address that was found as one would type it."""
    return re.sub("[\u00ad\u200b]", "", match["address"])


def replace_addresses(text: str, replacement: str) -> str:
    """Put something in the place of each address; what leans on it stays."""
    return ADDRESS.sub(lambda match: match.group()[: match.start("address") - match.start()] + replacement, text)


def hide_addresses_in_text(text: str, label: str) -> str:
    """Hide the addresses of a plain text, calendar, feed or JSON document behind a label.

    In JSON and calendars „\\nivan@…“ is a line break before an address: the break stays.
    """

    def hide(match: re.Match[str]) -> str:
        start = match.start("address")
        escape = _ESCAPE.match(match["address"]) if text[max(0, start - 1) : start] == "\\" else None
        return text[match.start() : start] + (escape.group() if escape else "") + label

    return ADDRESS.sub(hide, text) if "@" in text else text
