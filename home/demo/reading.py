"""Reads the TOML files; a mistake in one becomes a sentence that names the file and the key."""

import datetime as dt
import re
import tomllib
from pathlib import Path

from django.utils import timezone, translation
from django.utils.formats import date_format

HERE = Path(__file__).parent
DAY = re.compile(r"\{([+-]\d+)(:y)?\}(\.?)")


class DemoTextError(Exception):
    """A sample text cannot be used; says which one and why."""


class Text(dict):
    """One entry of a file, which knows where it stands."""

    def __init__(self, values: dict, where: str):
        super().__init__(values)
        self.where = where

    def wrong(self, name: str, why: str) -> DemoTextError:
        return DemoTextError(f"home/demo/texts/{self.where}, {name}: {why}")

    def need(self, name: str, kind: type = str):
        value = self.get(name)
        if name not in self:
            raise self.wrong(name, "is missing.")
        if type(value) is not kind:
            raise self.wrong(name, f"must be {kind.__name__}, not {value!r}.")
        return value

    def words(self, name: str, code: str) -> str:
        """A text that stands there in both languages, its days filled in."""
        return filled(self.need(f"{name}_{code}"), code)

    def parts(self, name: str) -> list["Text"]:
        """Tables under this one, such as the blocks of a body."""
        found = self.need(name, list)
        if not all(isinstance(part, dict) for part in found):
            raise self.wrong(name, "must be tables, written [[…]].")
        return [Text(part, f"{self.where}, {name} {number}") for number, part in enumerate(found, 1)]

    @property
    def is_translated(self) -> bool:
        return "title_en" in self


def read(file: str) -> Text:
    try:
        return Text(tomllib.loads((HERE / "texts" / file).read_text(encoding="utf-8")), file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DemoTextError(f"home/demo/texts/{file} cannot be read: {error}") from error


def entries(file: str, name: str) -> dict[str, Text]:
    """The entries of a file by their keys, in their order."""
    found: dict[str, Text] = {}
    for entry in read(file).parts(name):
        key = entry.need("key")
        if key in found:
            raise entry.wrong("key", f"“{key}” is there twice.")
        entry.where = f"{file}, {name} “{key}”"
        found[key] = entry
    return found


def news() -> dict[str, Text]:
    """The news by their keys, oldest first."""
    found = {path.stem: read(f"news/{path.name}") for path in sorted((HERE / "texts" / "news").glob("*.toml"))}
    return dict(sorted(found.items(), key=lambda item: -item[1].need("days_ago", int)))


def filled(text: str, code: str) -> str:
    """„{+17}“ becomes the day 17 days ahead, „{+17:y}“ the same with its year."""

    def write(found: re.Match) -> str:
        day = timezone.localdate() + dt.timedelta(int(found[1]))
        words = date_format(day, "DATE_FORMAT" if found[2] else "MONTH_DAY_FORMAT")
        return words if words.endswith(".") else words + found[3]  # „2026 г.“ ends a sentence with its own point

    with translation.override(code):
        return DAY.sub(write, text)
