"""Lines of a calendar file (RFC 5545): what a text may not hold is escaped, what is too long is folded.

Written here and not by the library with which the tests read it back: that one needs four seconds for the feed of a
year.
"""

import re
from datetime import UTC, date, datetime

from core.dates import SOFIA

OCTETS = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f]")


def text(value: str) -> str:
    """A text as a value: no line of it can be taken for a line of the file."""
    return CONTROLS.sub("", BREAKS.sub("\n", value)).translate(ESCAPES)


def address(value: str) -> str:
    """An address is no text and is not escaped: blanks and breaks in it are left out."""
    return "".join(CONTROLS.sub("", value).split())


def folded(line: str) -> str:
    """No line longer than 75 octets, no letter parted."""
    if len(line) <= OCTETS and line.isascii():
        return line
    octets = line.encode()
    if len(octets) <= OCTETS:
        return line
    parts, start, room = [], 0, OCTETS
    while start < len(octets):
        end = start + room
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end].decode())
        start, room = end, OCTETS - 1
    return "\r\n ".join(parts)


def moment(name: str, value: datetime) -> str:
    """By the clock on the wall; in UTC in the hour that comes twice, where the wall does not say which it is."""
    local = value.astimezone(SOFIA)
    if local.fold:
        return f"{name}:{utc(value)}"
    return f"{name};TZID=Europe/Sofia:{local:%Y%m%dT%H%M%S}"


def utc(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def whole_day(name: str, value: date) -> str:
    return f"{name};VALUE=DATE:{value:%Y%m%d}"
