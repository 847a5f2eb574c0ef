"""SQLite and PostgreSQL find the same: each finds what the analysis says, for every word of the tables."""

import pytest
from django.db import connection

from core.findable import Findable, Text, Thing
from search import index
from search.analysis import texts
from search.analysis.queries import All, read
from search.choices import Choices, Reader
from search.matching import matching
from search.models import Entry
from search.store import store
from search.titles import suggested
from tests.search.latin import LATIN
from tests.search.lookalikes import LOOKALIKES
from tests.search.words import families, pairs

pytestmark = pytest.mark.django_db
READER = Reader("bg")
MORE = [
    "BG06RDNP001-19.092",
    "РД50-39/23.04.2018",
    "местна инициативна група",
    "ЮЛНЦ",
    "LEADER",
    "ѝ",
    "don't \\ \"x\" 'y'",
]


class Table(Findable):
    kind = "news"

    def things(self, pks):
        for pk in pks:
            yield Thing(pk, [Text("bg", "Заглавие", body=self.texts[pk])], "public", path="/")


@pytest.fixture
def table(db):
    Entry.objects.all().delete()
    found = Table()
    rows = [forms[0] for forms in families()] + [word for pair in pairs(LOOKALIKES) + pairs(LATIN) for word in pair]
    found.texts = dict(enumerate([*rows, *MORE], 1))
    index.write(found, list(found.texts), dict.fromkeys(found.texts, ""))
    return found.texts


def holds(part, terms) -> bool:
    if isinstance(part, str):
        return part in terms
    return (all if isinstance(part, All) else any)(holds(each, terms) for each in part.parts)


def test_each_database_finds_what_the_analysis_says(table):
    terms = {pk: {term for word in texts.terms(text) for term in word} for pk, text in table.items()}
    entries = dict(Entry.objects.values_list("pk", "thing"))
    queries = [forms[-1] for forms in families()] + [one for one, _other in pairs(LATIN) + pairs(LOOKALIKES)] + MORE
    for query in dict.fromkeys(queries):
        asked = read(query)
        if not asked.is_empty:
            expected = {pk for pk, found in terms.items() if holds(asked.expression, found)}
            assert {entries[row.pk] for row in matching(asked.expression, READER)} == expected, query


def test_the_index_is_used(table):
    """And nothing else: no text is read to see whether a word stands in it."""
    store().optimize()
    plans: list[str] = []
    with connection.execute_wrapper(_explain(plans)):
        matching(read("община срокове").expression, READER)
        matching(read("община").expression, READER, Choices(q="община", kind="news", year=("2026",)))
        suggested([], ("общ",), READER)
    if connection.vendor == "postgresql":
        assert all("Function Scan on search_places" in plan for plan in plans[:2])
        with connection.cursor() as cursor:
            cursor.execute("SELECT proconfig, prosrc FROM pg_proc WHERE proname = 'search_places'")
            (settings, body) = cursor.fetchone()
            assert settings == ["enable_seqscan=off", "enable_indexscan=off"]
            for setting in settings:
                cursor.execute(f"SET LOCAL {setting}")
            cursor.execute(f"EXPLAIN {body.replace('asked', '%s::tsquery')}", ["'община'"])
            plans.append(str(cursor.fetchall()))
        assert "search_entry_terms" in plans[-1]
    else:
        assert all("VIRTUAL TABLE INDEX" in plan and "TEMP B-TREE" not in plan for plan in plans)
    assert not any("CORRELATED" in plan for plan in plans)


def _explain(plans):
    prefix = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "

    def run(execute, sql, params, many, context):
        with connection.connection.cursor() if connection.vendor == "postgresql" else _plain() as cursor:
            cursor.execute(prefix + (sql if connection.vendor == "postgresql" else sql.replace("%s", "?")), params)
            plans.append("\n".join(str(row) for row in cursor.fetchall()))
        return execute(sql, params, many, context)

    return run


def _plain():
    from contextlib import closing

    return closing(connection.connection.cursor())
