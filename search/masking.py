"""Addresses and telephone numbers out of uploaded documents are not what anybody looks for."""

import re

from core.emails.addresses import replace_addresses

# Nine digits and more, with what stands between them in a telephone number or an ЕГН; amounts have no such rows.
PHONE = re.compile(r"(?<![\w.])(?<!\d,)\+?\(?\d(?:[ \t()/-]{0,2}\d){7,14}(?!\w|,\d|/\d)")
INSTEAD = "…"


def masked(text: str) -> str:
    return PHONE.sub(INSTEAD, replace_addresses(text, INSTEAD) if "@" in text else text)
