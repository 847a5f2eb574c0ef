"""Plain texts, and what of RTF can be read without Office."""

import re
from pathlib import Path

from resources.reading.apart import Found

MOST_BYTES = 4 * 1024 * 1024
ESCAPED = re.compile(r"\\'([0-9a-f]{2})")
UNICODE = re.compile(r"\\u(-?\d+) ?\??")
GROUPS = re.compile(r"\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
WORDS_OF_RTF = re.compile(r"\\[a-z]+-?\d* ?|[{}]")


def look_into(file: Path, kind: str) -> Found:
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")
    return Found(None, [_of_rtf(text) if kind == "rtf" else text])


def _of_rtf(text: str) -> str:
    text = GROUPS.sub("", text).replace("\\par", "\n\\par")
    text = ESCAPED.sub(lambda match: bytes([int(match[1], 16)]).decode("cp1251", errors="replace"), text)
    text = UNICODE.sub(lambda match: chr(int(match[1]) % 65536), text)
    return WORDS_OF_RTF.sub("", text).strip()
