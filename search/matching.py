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
    backend = store()
    rank_params = [backend.written(Any(tuple(dict.fromkeys(leaves(expression)))))] * backend.RANK_PARAMS
    conditions, params = [backend.MATCHES], [backend.written(expression)]
    for condition, values in [readable_by(reader), *_narrowed(choices)]:
        conditions.append(condition)
        params += values
    sql = select(backend, f"{backend.RANK}, {columns_of(COLUMNS)}", conditions)
    found = map(Row._make, fetch(sql, [*rank_params, *params, most]))
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
