"""Statements about entries. Nothing of them is typed by anybody: values are handed over apart."""

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q

from core import language
from core.findable import CHOSEN, findables
from search.choices import Reader


def select(backend, columns: str, conditions: list[str]) -> str:
    """Looks into the terms of titles alone when the first condition does."""
    source, place = backend.SOURCE, backend.PLACE
    if conditions[0] == backend.MATCHES_TITLE:
        source, place = backend.SOURCE_OF_TITLES, backend.PLACE_OF_TITLE
    where = " AND ".join(conditions)
    return f"SELECT e.id, {columns} FROM {source} WHERE {where} ORDER BY {place} DESC LIMIT %s"  # noqa: S608


def columns_of(names: tuple[str, ...]) -> str:
    return ", ".join(f"e.{name}" for name in names)


def readable_by(reader: Reader) -> tuple[str, list]:
    """What she may find: in her language, else originals that stand in for what is missing in it."""
    audience, params = f"e.audience IN ({', '.join(['%s'] * len(reader.audiences))})", list(reader.audiences)
    for kind, keys in _chosen_for(reader):
        try:
            rows, row_params = keys.query.sql_with_params()
        except EmptyResultSet:
            continue
        audience += f" OR (e.audience = %s AND e.kind = %s AND e.thing IN ({rows}))"
        params += [CHOSEN, kind, *row_params]
    if reader.language == language.ORIGINAL:
        return f"({audience}) AND e.language = %s", [*params, reader.language]
    return f"({audience}) AND (e.language = %s OR e.is_only)", [*params, reader.language]


def for_reader(reader: Reader) -> Q:
    """The same of entries that were found already, whatever their language."""
    may = Q(audience__in=reader.audiences)
    for kind, keys in _chosen_for(reader):
        may |= Q(audience=CHOSEN, kind=kind, thing__in=keys)
    return may


def _chosen_for(reader: Reader):
    """By kind the keys that she is let to find, as a subquery: however many there are, it is no query more."""
    if reader.user is not None:
        for found in findables():
            if not (rows := found.let(reader.user)).query.is_empty():
                yield found.kind, rows.order_by().values("pk")


def fetch(sql: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
