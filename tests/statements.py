"""Which statements each test asks of the database, so that PostgreSQL need not be asked the same again and again.

`make test` notes them on SQLite, as Django would write them for PostgreSQL. There, `make test-postgres
ARGS=--each-statement-once` has every one of them planned; of the tests it runs those whose result depends on the
database, and as many of the others as ask most in little time (docs/decisions/0024).
"""

import heapq
import json
import re
from collections import defaultdict
from os import getpid
from pathlib import Path
from time import process_time
from typing import NamedTuple
from zlib import crc32

import pytest
from django.db import connection

from tests import postgresql
from tests.database import digest

NOTED = Path(__file__).resolve().parent.parent / "var" / "asked.json"
LITTLE_TIME = 15  # seconds of processor time
VALUES = re.compile(r"(\(?%s\)?)(, \(?%s\)?)+|\b(s\d+_x\d+|\d+)\b|'[^']*'")


def shape(sql: str) -> str:
    """A number for the statement without its values: how many are in a list, names of savepoints, literals."""
    return str(crc32(VALUES.sub("?", sql).encode()))


class Noted(NamedTuple):
    """By test how many seconds it takes and the shapes of its statements; by module how many seconds it takes to make
    what its tests share; by shape what PostgreSQL would be asked."""

    tests: dict[str, list]
    modules: dict[str, float]
    written: dict[str, list[str]]

    def and_also(self, more: "Noted") -> "Noted":
        return Noted(*(own | others for own, others in zip(self, more, strict=True)))


NOTHING = Noted({}, {}, {})


def noted() -> Noted:
    """Of the tables as they are made now."""
    try:
        tables, *found = json.loads(NOTED.read_text())
        return Noted(*found) if tables == digest() else NOTHING
    except (OSError, ValueError, TypeError):  # never noted, or not to its end
        return NOTHING


class Noting:
    """Notes on SQLite, in every process that runs tests; the one that hands them out puts all together."""

    def __init__(self, config):
        self.config = config
        self.test = None
        self.shapes: dict[str, str] = {}
        self.asked: dict[str, set] = defaultdict(set)
        self.written: dict[str, list[str]] = {}
        self.seconds: dict[str, float] = {}
        self.modules: dict[str, float] = defaultdict(float)
        self.shared = 0.0
        self.told = NOTHING
        if connection.vendor == "sqlite":
            postgresql.listen()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item):
        if connection.vendor != "sqlite" or "browser" in item.path.parts:
            return (yield)
        if self.note not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.note)
        self.test, self.shared, begun = item.nodeid, 0.0, process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = process_time() - begun - self.shared
            self.test = None

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """What is made for several tests is of none of them."""
        if not self.test or fixturedef.scope == "function":
            return (yield)
        test, begun, before = self.test, process_time(), self.shared
        self.test = None if fixturedef.scope == "session" else test
        try:
            return (yield)
        finally:
            self.test, self.shared = test, before + process_time() - begun
            if fixturedef.scope != "session":
                self.modules[_module(test)] += process_time() - begun

    def note(self, execute, sql, params, many, context):
        if self.test is None:
            return execute(sql, params, many, context)
        if sql not in self.shapes:
            self.shapes[sql] = shape(sql)
            if not self.written.get(self.shapes[sql]):
                self.written[self.shapes[sql]] = postgresql.what_is_asked()
        self.asked[self.test].add(self.shapes[sql])
        return execute(sql, params, many, context)

    def pytest_sessionfinish(self):
        told = self.told.and_also(self._noted())
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["statements"] = list(told)
        elif told.tests:
            NOTED.parent.mkdir(exist_ok=True)
            made = NOTED.with_suffix(f".{getpid()}.tmp")
            made.write_text(json.dumps([digest(), *noted().and_also(told)]))
            made.replace(NOTED)

    def _noted(self) -> Noted:
        written = {shape: sql for shape, sql in self.written.items() if sql}
        tests = {
            test: [round(seconds, 3), sorted(self.asked[test] & written.keys())]
            for test, seconds in self.seconds.items()
        }
        return Noted(tests, dict(self.modules), written)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        self.told = self.told.and_also(Noted(*getattr(node, "workeroutput", {}).get("statements", NOTHING)))


def needed(tests: list[str]) -> set[str]:
    """Those of the tests that nobody noted, and those that ask most for the time they take, as many as LITTLE_TIME is
    enough for."""
    notes, modules, _written = noted()
    asked = {test: set(notes[test][1]) for test in tests if test in notes}
    chosen, met, left = set(tests) - set(asked), set(), LITTLE_TIME
    shared = {_module(test): modules.get(_module(test), 0) for test in asked}

    def cost(test) -> float:
        return notes[test][0] + shared[_module(test)] + 0.01

    queue = [(-len(asked[test]) / cost(test), test) for test in asked]
    heapq.heapify(queue)
    while queue:
        _worth, test = heapq.heappop(queue)
        new = asked[test] - met
        worth = -len(new) / cost(test)
        if not new or cost(test) > left:
            continue
        if queue and worth > queue[0][0]:
            heapq.heappush(queue, (worth, test))
            continue
        left -= cost(test)
        chosen.add(test)
        met |= new
        shared[_module(test)] = 0  # it is made for this one
    return chosen


def _module(test: str) -> str:
    return test.partition("::")[0]
