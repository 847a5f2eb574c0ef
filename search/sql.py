"""Statements about entries. Nothing of them is typed by anybody: values are handed over apart."""

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q

from core import language
from core.addresses import section_address
from core.findable import CHOSEN, findables
from search.choices import Reader
from search.store import Looked


def select(looked: Looked, columns: str, conditions: list[str]) -> str:
    """The newest entries; what is looked for comes before the parameters of the conditions."""
    where = " AND ".join([looked.matches, *conditions])
    return f"SELECT e.id, {columns} FROM {looked.source} WHERE {where} {looked.order} LIMIT %s"  # noqa: S608


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
    condition = "e.language = %s" if reader.language == language.ORIGINAL else "(e.language = %s OR e.is_only)"
    params.append(reader.language)
    if unread := _not_read_in(reader.language):
        condition += f" AND e.kind NOT IN ({', '.join(['%s'] * len(unread))})"
        params += unread
    return f"({audience}) AND {condition}", params


def for_reader(reader: Reader) -> Q:
    """The same of entries that were found already, whatever their language."""
    may = Q(audience__in=reader.audiences)
    for kind, keys in _chosen_for(reader):
        may |= Q(audience=CHOSEN, kind=kind, thing__in=keys)
    return may & ~Q(kind__in=unread) if (unread := _not_read_in(reader.language)) else may


def _not_read_in(code: str) -> list[str]:
    """Kinds whose section is not published: what has no address is neither counted nor shown."""
    return [one.kind for one in findables() if one.section and not section_address(one.section, code)]


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
