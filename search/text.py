"""Texts and queries in one form, so that Община, община and obshtina meet."""

import re

from core.transliteration import transliterate

MAX_WORDS = 8
MAX_LENGTH = 200


def fold(text: str) -> str:
    """Words in Latin letters and lower case, one blank between them."""
    return " ".join(re.findall(r"[^\W_]+", transliterate(text).lower()))


def stems(query: str) -> list[str]:
    """The words of a query, long ones without their ending; at most eight."""
    words = fold(query[:MAX_LENGTH]).split()[:MAX_WORDS]
    return [word[:-2] if len(word) > 5 else word for word in words]
