"""Statements about entries. Nothing of them is typed by anybody: values are handed over apart."""

from django.db import connection

from core import language
from search.choices import Reader


def select(backend, columns: str, conditions: list[str]) -> str:
    """Looks into the terms of titles alone when the first condition does."""
    source, newest = backend.SOURCE, backend.NEWEST
    if conditions[0] == backend.MATCHES_TITLE:
        source, newest = backend.SOURCE_OF_TITLES, backend.NEWEST_TITLE
    where = " AND ".join(conditions)
    return f"SELECT e.id, {columns} FROM {source} WHERE {where} ORDER BY {newest} LIMIT %s"  # noqa: S608


def columns_of(names: tuple[str, ...]) -> str:
    return ", ".join(f"e.{name}" for name in names)


def readable_by(reader: Reader) -> tuple[str, list]:
    """What she may find: in her language, else originals that stand in for what is missing in it."""
    audience = f"e.audience IN ({', '.join(['%s'] * len(reader.audiences))})"
    if reader.language == language.ORIGINAL:
        return f"{audience} AND e.language = %s", [*reader.audiences, reader.language]
    return f"{audience} AND (e.language = %s OR e.is_only)", [*reader.audiences, reader.language]


def fetch(sql: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
