"""The texts of the course that ships, from `resources/handbook/texts/`: each word in Bulgarian and in English.

Words of the screens stand in braces by their source string, `{Save draft}`, and come out as this portal shows them, so
that a lesson never names a button that is called otherwise. `{Add %(label)s|part}` fills a word in.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils import translation
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext

TEXTS = Path(__file__).parent / "texts"
LANGUAGES = ("bg", "en")
NAMED = re.compile(r"\{([^{}]+)\}")
GAP = re.compile(r"%\(\w+\)s")


@dataclass(frozen=True)
class Told:
    """A page of the course in one language, as plain data."""

    name: str
    language: str
    data: dict

    def words(self, key: str) -> str:
        """Plain text in the language of the page."""
        return self.data[key][LANGUAGES.index(self.language)]

    def of(self, pair: list[str]) -> str:
        """Marked-up text: words of the screens in bold."""
        return marked(pair[LANGUAGES.index(self.language)], self.language)


@lru_cache(maxsize=1)
def sources() -> dict[str, dict]:
    """The files in their order, “course” first."""
    paths = [TEXTS / "course.toml", *sorted(TEXTS.glob("[0-9]*.toml"))]
    found = [tomllib.loads(path.read_text()) for path in paths]
    return {data.get("key", "course"): data for data in found}


def told(code: str) -> list[Told]:
    return [Told(name, code, data) for name, data in sources().items()]


def named_in(text: str) -> list[str]:
    """The source strings that a text names."""
    return [part for found in NAMED.findall(text) for part in found.split("|")]


def marked(text: str, code: str) -> str:
    with translation.override(code):
        return NAMED.sub(lambda found: f"<b>{escape(_shown(found[1]))}</b>", escape(text).replace("&#x27;", "'"))


def _shown(source: str) -> str:
    """As the screen shows it: with a capital letter, and the gap filled."""
    text, _bar, filling = source.partition("|")
    return capfirst(GAP.sub(gettext(filling), gettext(text)))
