"""A text as a reader of a language gets it, and the language it is really in."""

from typing import NamedTuple

from core.transliteration import transliterate
from core.typography import english_quotes


class Written(NamedTuple):
    text: str
    lang: str = ""
    """For the attribute `lang`; empty when it is the language of the page."""


def written(bulgarian: str | None, english: str | None, code: str, in_latin: bool = False) -> Written:
    """The text in the language, else the original: as it is, or a name in Latin letters."""
    if code != "en":
        return Written(bulgarian or "")
    if english:
        return Written(english)
    if in_latin:
        return Written(english_quotes(transliterate(bulgarian or "")), "bg-Latn" if bulgarian else "")
    return Written(bulgarian or "", "bg" if bulgarian else "")
