"""Of the tests noted only as many run on PostgreSQL as ask every statement."""

import json

import pytest

from tests import statements


@pytest.fixture
def noted(tmp_path, monkeypatch):
    monkeypatch.setattr(statements, "NOTED", tmp_path / "statements.json")
    return lambda notes: statements.NOTED.write_text(json.dumps(notes))


def test_every_statement_is_asked_and_the_dear_test_left_out(noted):
    noted({"dear": [9.0, [1, 2, 3]], "one": [0.1, [1, 2]], "two": [0.1, [3]], "nothing new": [0.1, [2]]})
    assert statements.needed(["dear", "one", "two", "nothing new"]) == {"one", "two"}


def test_a_test_that_nobody_noted_runs(noted):
    noted({"one": [0.1, [1]], "gone": [0.1, [7]]})
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
