"""Where the terms of entries are kept: beside their rows on PostgreSQL, in FTS5 tables on SQLite.

Both modules offer the same: `create`, `tune` and `drop` for the migrations, `lock`, `write` and `erase`, how what is
looked for is written, and two ways to look: in `ALL_TERMS`, or in `TITLES` below a place. An entry has a `place`, a
number that grows with its moment, so that the newest matches come without sorting all of them.
"""

from datetime import UTC, datetime
from types import ModuleType
from typing import NamedTuple

from django.db import connection

SPACE = 1 << 32
EVERYWHERE = (1 << 63) - 1  # above every place
BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)


class Terms(NamedTuple):
    """Of an entry, word by word: terms found in the title count most."""

    title: list[tuple[str, ...]]
    summary: list[tuple[str, ...]]
    body: list[tuple[str, ...]]


class Looked(NamedTuple):
    """How entries are looked for: where, by which condition, and in which order they come."""

    source: str
    matches: str
    order: str


def store(vendor: str = "") -> ModuleType:
    from search.store import postgresql, sqlite

    return {"postgresql": postgresql, "sqlite": sqlite}[vendor or connection.vendor]


def minutes_of(moment: datetime) -> int:
    return max(0, int((moment - BEGINNING).total_seconds() // 60))


def place_of(moment: datetime, pk: int) -> int:
    """Minutes first, the key after them; fits 63 bits until the year 5900."""
    return minutes_of(moment) * SPACE + pk % SPACE
