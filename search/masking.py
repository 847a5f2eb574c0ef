"""Addresses, telephone and identity numbers out of uploaded documents are not what anybody looks for."""

import re

from core.emails.addresses import replace_addresses

INSTEAD = "…"
_YEAR = r"(?:19|20)\d\d"
# What has as many digits and is nobody's: 2014-2020, 23/04/2018, 12 345 678 лв., ЕИК 176543210, ISBN 978-954-1234-56-7.
_OTHERS = "|".join(
    (
        rf"(?<!\d)(?:\d\d?[./-]\d\d?[./-]{_YEAR}|{_YEAR}[./-][01]\d[./-][0-3]\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?:[ \t/-]{{1,3}}{_YEAR})+(?!\d|[ \t/-]{{0,2}}[1-9])",
        r"(?<![\d+])[1-9]\d*(?>(?:[ .]\d{3})*)(?:,\d+)?\s?(?:лв|лева|евро|€|EUR|BGN)(?!\w)",
        r"(?i:ЕИК|Булстат)\W{1,3}(?:\d{9}|\d{13})(?!\d)",
        r"ISBN\W{1,3}97[89](?:[ -]?\d){10}(?!\d)",
        r"ISSN\W{1,3}\d{4}-?\d{3}[\dXХ](?!\d)",
    )
)
# Eight digits and more, with what stands between them in a telephone number; dots only where it begins as one does.
_NUMBERS = "|".join(
    (
        r"(?<![\w.])(?:\+|0)\(?\d(?:[ \t()/.-]{0,2}\d){6,14}(?!\w|,\d)",
        r"(?<!\d\.)(?:(?<!\w)|(?<=ЕГН)|(?<=ЛНЧ))(?<!\d,)\+?\(?\d(?:[ \t()/-]{0,2}\d){7,14}(?!\w|,\d|/\d)",
    )
)
PATTERN = re.compile(rf"(?P<other>{_OTHERS})|{_NUMBERS}")


def masked(text: str) -> str:
    return PATTERN.sub(_mask, replace_addresses(text, INSTEAD) if "@" in text else text)


def names_somebody(text: str) -> bool:
    """Whether there is anything to mask."""
    return masked(text) != text


def _mask(match: re.Match[str]) -> str:
    return match[0] if match["other"] else INSTEAD
