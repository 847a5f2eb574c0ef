"""Whether anything in the database changed: a checksum of every table but those that any visit may touch."""

import re
from contextlib import contextmanager
from hashlib import sha256

from django.apps import apps
from django.db import connection

TOUCHED_BY_VISITS = {
    "django_session",
    "usersessions_usersession",
    "wagtailadmin_editingsession",
    "wagtailcore_modellogentry",
    "wagtailadmin_formstate",
    "wagtailusers_userprofile",
}


WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"')
READS = ("SELECT", "SAVEPOINT", "RELEASE", "(SELECT")


@contextmanager
def written():
    """The statements that may have changed something since it was looked at; looking through every table takes long."""
    statements: list[str] = []

    def note(execute, sql, params, many, context):
        name = WRITES.match(sql)
        if not (name and name[1] in TOUCHED_BY_VISITS or sql.lstrip().startswith(READS)):
            statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements


def checksum() -> dict[str, str]:
    """By table, so that a failing test names what changed."""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    return {table: _of(table) for table in sorted(tables - TOUCHED_BY_VISITS)}


def _of(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 – names of our own tables
        rows = sorted(map(repr, cursor.fetchall()))
    return sha256("\n".join(rows).encode()).hexdigest()
