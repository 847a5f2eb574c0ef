"""The newest entries that match, with what ranking and counting need: one statement, whatever was asked."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection

from search.analysis.queries import All, Any, leaves
from search.choices import Choices, Reader
from search.sql import columns_of, fetch, readable_by, select
from search.store import SPACE, store

MOST = 1000
COLUMNS = ("kind", "year", "organization", "provinces", "themes", "language", "place", "until", "title")


class Row(NamedTuple):
    pk: int
    rank: float
    kind: str
    year: int | None
    organization: int | None
    provinces: str
    themes: str
    language: str
    place: int
    until: datetime | None
    title: str

    @property
    def minutes(self) -> int:
        """Of its moment, since `search.store.BEGINNING`."""
        return self.place // SPACE


def matching(expression: All, reader: Reader, choices: Choices | None = None, most: int = MOST + 1) -> list[Row]:
    """At most a thousand and one of them, so that it is known when there are more; narrowed by choices if given."""
    return _rows(fetch(*_asked(expression, reader, list(_narrowed(choices)), most)))


def first_matching(expressions: list[All], reader: Reader) -> tuple[int, list[Row]]:
    """Which of several is the first that anything matches, and what: with one statement, that looks no further."""
    parts, params = [], []
    for number, expression in enumerate(expressions):
        nothing_before = [(f"NOT EXISTS (SELECT 1 FROM part_{before})", []) for before in range(number)]  # noqa: S608
        sql, values = _asked(expression, reader, nothing_before, MOST + 1)
        parts.append(f"part_{number} AS ({sql})")
        params += values
    every = " UNION ALL ".join(f"SELECT {number} AS part, * FROM part_{number}" for number in range(len(parts)))  # noqa: S608
    rows = fetch(f"WITH {', '.join(parts)} {every}", params) if parts else []
    return (rows[0][0], _rows(row[1:] for row in rows)) if rows else (0, [])


def _asked(expression: All, reader: Reader, narrower: list[tuple[str, list]], most: int) -> tuple[str, list]:
    backend = store()
    rank_params = [backend.written(Any(tuple(dict.fromkeys(leaves(expression)))))] * backend.RANK_PARAMS
    conditions, params = [], [backend.written(expression)]
    for condition, values in [readable_by(reader), *narrower]:
        conditions.append(condition)
        params += values
    sql = select(backend.ALL_TERMS, f"{backend.RANK}, {columns_of(COLUMNS)}", conditions)
    return sql, [*rank_params, *params, most]


def _rows(fetched) -> list[Row]:
    found = map(Row._make, fetched)
    if connection.vendor == "sqlite":
        return [row._replace(until=row.until.replace(tzinfo=UTC)) if row.until else row for row in found]
    return list(found)


def _narrowed(choices: Choices | None):
    if choices is None:
        return
    if choices.kind:
        yield "e.kind = %s", [choices.kind]
    for name, values in (("year", choices.year), ("organization", choices.org)):
        if values:
            yield f"e.{name} IN ({', '.join(['%s'] * len(values))})", [int(value) for value in values]
    for name, values in (("provinces", choices.province), ("themes", choices.theme)):
        if values:
            any_of = " OR ".join([f"e.{name} LIKE %s"] * len(values))
            yield f"({any_of})", [f"%,{value},%" for value in values]
