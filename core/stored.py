"""Stored files whose rows are deleted. They go once that is for good: a deletion that fails later on, and is taken
back, loses none. A file that is gone already is no reason to stop."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction


def remove(name: str) -> None:
    with suppress(OSError):
        default_storage.delete(name)


def remove_in_the_end(*names: str) -> None:
    """Once the transaction is committed; at once outside of one. Empty names are no files."""
    for name in filter(None, names):
        transaction.on_commit(partial(remove, name), robust=True)


def delete_with_file(rows: Iterable) -> int:
    """Rows that keep a `file` each; returns how many."""
    number = 0
    for row in rows:
        remove_in_the_end(row.file.name)
        row.delete()
        number += 1
    return number
