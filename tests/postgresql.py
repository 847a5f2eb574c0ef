"""The statements that the tests ask on SQLite, as Django would write them for PostgreSQL.

So PostgreSQL can be asked to plan each of them. That finds what it would refuse (a column missing in GROUP BY, a number
compared with a text) without running the test once more.
"""

from threading import local

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.models import Case
from django.db.models.sql import compiler
from psycopg2.extensions import adapt
from psycopg2.extras import Inet

SQLITE_ALONE = "wagtailsearch_indexentry_fts"
COMPILERS = (compiler.SQLCompiler, compiler.SQLInsertCompiler, compiler.SQLUpdateCompiler)


class NeedsRows(Exception):
    """An update of several tables reads first what it is to change."""


class Unconnected(DatabaseWrapper):
    """As much of PostgreSQL as it takes to write a statement."""

    pg_version = 150_000

    def ensure_connection(self):
        """There is none."""

    def get_autocommit(self):
        return False

    def cursor(self):
        raise NeedsRows


class Asked(local):
    """The queries that are being asked in a thread, one inside the other."""

    def __init__(self):
        self.queries = []


POSTGRESQL = Unconnected({"OPTIONS": {}, "TIME_ZONE": None, "CONN_MAX_AGE": 0}, alias="postgresql")
asked = Asked()


def listen() -> None:
    """Django's compilers say from now on which query they ask."""
    for kind in COMPILERS:
        kind.execute_sql = _listening(kind.execute_sql)


def _listening(execute_sql):
    def execute(writing, *args, **kwargs):
        asked.queries.append(writing.query)
        try:
            return execute_sql(writing, *args, **kwargs)
        finally:
            asked.queries.pop()

    return execute


def what_is_asked() -> list[str]:
    """What PostgreSQL would be asked now; nothing for SQL that was written by hand."""
    return write(asked.queries[-1]) if asked.queries else []


def write(query) -> list[str]:
    connections[POSTGRESQL.alias] = POSTGRESQL
    if any(isinstance(value, Case) for _field, _model, value in getattr(query, "values", ())):
        return []  # of `bulk_update`, which casts what it writes for PostgreSQL only there
    try:
        written = query.clone().get_compiler(POSTGRESQL.alias).as_sql()
    except (EmptyResultSet, NeedsRows):
        return []
    found = written if isinstance(written, list) else [written]
    return [sql % tuple(map(_literal, params)) for sql, params in found if SQLITE_ALONE not in sql]


def _literal(value) -> str:
    if isinstance(value, (list, tuple)):
        return f"ARRAY[{', '.join(map(_literal, value))}]"
    if isinstance(value, Inet):
        value = value.addr
    if isinstance(value, str):
        value = value.replace("\0", "")  # refused before it gets there
    adapted = adapt(value)
    if hasattr(adapted, "encoding"):
        adapted.encoding = "utf8"
    literal = adapted.getquoted().decode()
    return f"E{literal}" if literal.startswith("'") and "\\" in literal else literal
