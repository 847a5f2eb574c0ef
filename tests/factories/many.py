"""Very many rows for tests of size: the database copies a few that are there, which Django need not make one by one."""

from datetime import timedelta

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max, QuerySet, UUIDField
from django.utils.duration import duration_microseconds

RANDOM_UUID = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()"}
MICROSECONDS = {"sqlite": "{}", "postgresql": "INTERVAL '{} microseconds'"}


def multiply(times: int, *rows: QuerySet, named=(), **every: timedelta) -> None:
    """So many copies of each row. Rows that point at each other are handed over together, and so do their copies; what
    else a row points at is the same for its copies.

    Words that must be unique, and those in the columns `named`, end in the key of the copy; `every` says of a moment
    how much later it is from one copy to the next.
    """
    keys = {each.model: list(each.values_list("pk", flat=True)) for each in rows}
    shifts = {model: _shift(model, min(found), max(found)) for model, found in keys.items()}
    with connection.cursor() as cursor:
        for model in keys:
            copied = _copied(model, shifts, named, every)
            table, key = map(connection.ops.quote_name, (model._meta.db_table, model._meta.pk.column))
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(copied)})"  # noqa: S608 - our own names, and numbers
                f" WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {times})"
                f" SELECT {', '.join(copied.values())} FROM {table} CROSS JOIN copies"
                f" WHERE {key} IN ({', '.join(map(str, keys[model]))})"
            )
        for sql in connection.ops.sequence_reset_sql(no_style(), list(keys)):
            cursor.execute(sql)
        if connection.vendor == "postgresql":  # what its own housekeeping does on a server
            cursor.execute("ANALYZE")


def _shift(model, lowest: int, highest: int) -> str:
    """How far the key of the copy with the number n is from that of its row: behind all others."""
    last = model._base_manager.aggregate(key=Max("pk"))["key"]
    return f"{last - highest} + n * {highest - lowest + 1}"


def _copied(model, shifts, named, every) -> dict[str, str]:
    """What the copy with the number n has in each column."""
    copied = {}
    key = f"({connection.ops.quote_name(model._meta.pk.column)} + {shifts[model]})"
    for field in model._meta.concrete_fields:
        column = value = connection.ops.quote_name(field.column)
        if field.primary_key:
            value = key
        elif field.related_model in shifts:
            value = f"{column} + {shifts[field.related_model]}"
        elif field.one_to_one:
            value = "NULL"
        elif field.unique and isinstance(field, UUIDField):
            value = RANDOM_UUID[connection.vendor]
        elif field.unique or field.name in named:
            mark = "-" if field.unique else " "
            value = f"CASE WHEN {column} <> '' THEN {column} || '{mark}' || {key} ELSE {column} END"  # none stays none
        elif field.name in every:
            time = MICROSECONDS[connection.vendor].format(duration_microseconds(every[field.name]))
            value = connection.ops.combine_duration_expression("+", [column, f"n * {time}"])
        copied[column] = value
    return copied
