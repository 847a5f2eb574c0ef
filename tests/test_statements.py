"""PostgreSQL plans every statement noted; of the tests only those run there that ask most of them in little time."""

import json

import pytest
from django.db import DatabaseError, connection, transaction

from members.models import Organization
from tests import postgresql, statements
from tests.database import digest


@pytest.mark.planned
@pytest.mark.django_db
def test_postgresql_would_do_what_was_asked():
    refused = {}
    assert statements.noted().written, "nothing is noted of these tables: run `make test` first"
    for asked in statements.noted().written.values():
        for sql in asked:
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute("EXPLAIN " + sql.replace("%", "%%"), [])
            except DatabaseError as error:
                refused[sql] = str(error)
    assert not refused


def test_statements_are_written_as_postgresql_takes_them():
    found = Organization.objects.filter(name_bg__icontains="Жана д'Арк", pk__in=[1, 2]).values("pk")
    (sql,) = postgresql.write(found.query)
    assert """::text) LIKE UPPER('%Жана д''Арк%') AND "members_organization"."id" IN (1, 2))""" in sql


@pytest.fixture
def noted(tmp_path, monkeypatch):
    monkeypatch.setattr(statements, "NOTED", tmp_path / "asked.json")
    monkeypatch.setattr(statements, "LITTLE_TIME", 1)
    return lambda tests, modules=(): statements.NOTED.write_text(json.dumps([digest(), tests, dict(modules), {}]))


def test_those_run_that_ask_most_for_their_time(noted):
    noted({"dear": [0.9, [1, 2, 3]], "one": [0.1, [1, 2]], "two": [0.1, [3]], "nothing new": [0.1, [2]]})
    assert statements.needed(["dear", "one", "two", "nothing new"]) == {"one", "two"}


def test_no_more_run_than_there_is_time_for(noted):
    noted({"first": [0.6, [1, 2, 3]], "second": [0.6, [4, 5]], "third": [0.2, [6]]})
    assert statements.needed(["first", "second", "third"]) == {"first", "third"}


def test_what_the_tests_of_a_module_share_is_made_once(noted):
    tests = {"a.py::one": [0.1, ["1"]], "a.py::two": [0.1, ["2"]], "b.py::three": [0.1, ["3"]]}
    noted(tests, {"a.py": 0.6})
    assert statements.needed(list(tests)) == set(tests)
    noted(tests, {"a.py": 2})
    assert statements.needed(list(tests)) == {"b.py::three"}


@pytest.mark.parametrize("content", ["", "[", "{}", '["of other tables", {"one": [0.1, []]}, {}, {}]'])
def test_what_cannot_be_read_or_is_of_other_tables_is_as_if_it_were_not_there(noted, content):
    statements.NOTED.write_text(content)
    assert statements.noted() == statements.NOTHING


def test_a_test_that_nobody_noted_runs(noted):
    noted({"one": [0.1, ["1"]], "gone": [0.1, ["7"]]})
    assert statements.needed(["one", "new"]) == {"one", "new"}


def test_without_notes_all_run(noted):
    assert statements.needed(["one", "two"]) == {"one", "two"}


@pytest.mark.parametrize(
    ("sql", "same"),
    [
        ('SELECT "a" FROM "b" WHERE "c" IN (%s, %s)', 'SELECT "a" FROM "b" WHERE "c" IN (%s, %s, %s)'),
        ('INSERT INTO "a" VALUES (%s, %s), (%s, %s)', 'INSERT INTO "a" VALUES (%s, %s)'),
        ('SAVEPOINT "s140_x7"', 'SAVEPOINT "s141_x8"'),
        ('SELECT 1 FROM "a" LIMIT 21', 'SELECT 1 FROM "a" LIMIT 3'),
    ],
)
def test_values_make_no_other_statement(sql, same):
    assert statements.shape(sql) == statements.shape(same)
    assert statements.shape(sql) != statements.shape('SELECT "d" FROM "b" WHERE "c" IN (%s, %s)')
