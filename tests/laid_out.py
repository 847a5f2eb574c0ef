# ruff: noqa: S608 – the statements are made of names of our own tables
"""The portal with its sections as it stood before the first test, put back after a test that committed.

Django would empty two hundred tables and make permissions and content types anew, and the sections would have to be
laid out once more.
"""

import io
import sqlite3

from django.db import connection, transaction

from core import site_map


class LaidOut:
    """Keeps what stands in the database when it is made; `put_back` may be called again and again."""

    def __init__(self):
        self.kept = Copy() if connection.vendor == "sqlite" else Rows()

    def put_back(self):
        self.kept.put_back()
        site_map.forget()


class Copy:
    """Of the whole database in memory. A test that leaves a cursor half read open stops it."""

    def __init__(self):
        self.database = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(self.database)

    def put_back(self):
        self.database.backup(connection.connection)


class Rows:
    def __init__(self):
        self.rows = {}
        with connection.cursor() as cursor:
            for table in _filled():
                text = io.StringIO()
                cursor.copy_expert(f'COPY "{table}" TO STDOUT', text)
                self.rows[table] = text.getvalue()

    def put_back(self):
        """Keys of other tables are asked about at the end of the transaction, so the order does not matter."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = off")
            for table in _filled():
                cursor.execute(f'DELETE FROM "{table}"')
            for table, text in self.rows.items():
                cursor.copy_expert(f'COPY "{table}" FROM STDIN', io.StringIO(text))


def _filled() -> list[str]:
    """The tables that have rows, asked in one go."""
    ask = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in connection.introspection.table_names()
    )
    with connection.cursor() as cursor:
        cursor.execute(ask)
        return [table for (table,) in cursor.fetchall()]
