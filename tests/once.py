"""Rows that are made once for the tests of a module that ask for them; each of these tests rolls back to them.

A fixture of the module whose name ends in `_laid` makes them by `lay(make_event)` and is a function that gives a test
what was made, a record as it stands in its table; a fixture of the test calls it.
"""

import os
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import models, transaction

from tests.tasks import AtOnce


def laying(request, blocker):
    """For the fixture `lay`. Races commit and empty the tables: for each of them everything is made anew."""
    tests = [item for item in request.session.items if item.path == request.path]
    if _any_marked(tests, "races"):
        yield _anew_in_each_test
        return
    with blocker.unblock(), transaction.atomic():
        yield lambda make: _once(make, _any_marked(tests, "indexed"))
        transaction.set_rollback(True)


def _once(make, is_indexed: bool):
    with _indexed(is_indexed):
        made = make()
    return lambda: type(made)._default_manager.get(pk=made.pk) if isinstance(made, models.Model) else made


def _anew_in_each_test(make):
    made = {}

    def give():
        test = os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]
        if test not in made:
            made.clear()
            made[test] = make()
        return made[test]

    return give


@contextmanager
def _indexed(is_indexed: bool):
    """Whichever test comes first: indexes have the rows if a test of the module reads them."""
    before, AtOnce.keeps_indexes = AtOnce.keeps_indexes, is_indexed
    try:
        yield
    finally:
        AtOnce.keeps_indexes = before


def _any_marked(tests, name: str) -> bool:
    return any(item.get_closest_marker(name) for item in tests)


def those_with_less_before(items) -> list:
    """In each module first the tests that ask for nothing that is laid, so that none finds what it did not ask for."""
    modules: dict[Path, list] = {}
    for item in items:
        modules.setdefault(item.path, []).append(item)
    for found in modules.values():
        found.sort(key=lambda item: len(_laid_for(item)))
        for one, other in pairwise(found):
            if not _laid_for(one) <= _laid_for(other):
                raise pytest.UsageError(
                    f"{other.nodeid} would find what is laid for {one.nodeid} ({', '.join(_laid_for(one))}):"
                    " give one of them a module of its own."
                )
        for item in found:
            if _laid_for(item) and _commits(item) and not item.get_closest_marker("races"):
                raise pytest.UsageError(f"{item.nodeid} commits: what is laid for its module would be gone.")
    return [item for found in modules.values() for item in found]


def _commits(item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


def _laid_for(item) -> set[str]:
    return {name for name in item.fixturenames if name.endswith("_laid")}
