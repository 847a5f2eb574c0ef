"""Which statements each test asks of the database, so that PostgreSQL need not be asked the same again and again.

`make test` notes them on SQLite; `make test-postgres ARGS=--each-statement-once` then runs the cheapest tests that
together ask every statement noted, besides races and what has SQL of its own (docs/decisions/0024).
"""

import heapq
import json
import re
from collections import defaultdict
from pathlib import Path
from time import process_time
from zlib import crc32

import pytest
from django.db import connection

NOTED = Path(__file__).resolve().parent.parent / "var" / "statements.json"
VALUES = re.compile(r"(\(?%s\)?)(, \(?%s\)?)+|\b(s\d+_x\d+|\d+)\b|'[^']*'")


def shape(sql: str) -> int:
    """A number for the statement without its values: how many are in a list, names of savepoints, literals."""
    return crc32(VALUES.sub("?", sql).encode())


class Noting:
    """Notes on SQLite, in every process that runs tests; the one that hands them out puts all together."""

    def __init__(self, config):
        self.config = config
        self.test = None
        self.statements = defaultdict(set)
        self.seconds = {}
        self.told = {}

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item):
        if connection.vendor != "sqlite" or "browser" in item.path.parts:
            return (yield)
        if self.note not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.note)
        self.test, begun = item.nodeid, process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = process_time() - begun

    def note(self, execute, sql, params, many, context):
        self.statements[self.test].add(sql)
        return execute(sql, params, many, context)

    def pytest_sessionfinish(self):
        told = {
            test: [round(seconds, 3), sorted({shape(sql) for sql in self.statements[test]})]
            for test, seconds in self.seconds.items()
        }
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["statements"] = told
        elif told | self.told:
            NOTED.parent.mkdir(exist_ok=True)
            NOTED.write_text(json.dumps(noted() | told | self.told))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        self.told |= getattr(node, "workeroutput", {}).get("statements", {})


def noted() -> dict:
    """By test: how many seconds it took, the shapes of its statements."""
    return json.loads(NOTED.read_text()) if NOTED.exists() else {}


def needed(tests: list[str]) -> set[str]:
    """Those of the tests that together ask every statement noted, the cheapest for what it adds first; and those
    that nobody noted."""
    notes = noted()
    asked = {test: set(notes[test][1]) for test in tests if test in notes}
    cost = {test: notes[test][0] + 0.01 for test in asked}
    chosen, met = set(tests) - set(asked), set()
    queue = [(-len(asked[test]) / cost[test], test) for test in asked]
    heapq.heapify(queue)
    while queue:
        _worth, test = heapq.heappop(queue)
        new = asked[test] - met
        worth = -len(new) / cost[test]
        if not new:
            continue
        if queue and worth > queue[0][0]:
            heapq.heappush(queue, (worth, test))
            continue
        chosen.add(test)
        met |= new
    return chosen
