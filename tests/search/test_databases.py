"""SQLite and PostgreSQL find the same: each finds what the analysis says, for every word of the tables."""

import pytest
from django.db import connection

from core.findable import Findable, Text, Thing
from search import index
from search.analysis import texts
from search.analysis.queries import All, read
from search.choices import Reader
from search.matching import matching
from search.models import Entry
from search.store import store
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
    store().optimize()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_indexscan = off")
            # With so few rows any other index does as well.
            cursor.execute("ALTER TABLE search_entry DROP CONSTRAINT one_entry_in_a_language")
        with connection.execute_wrapper(_explain(plans := [])):
            matching(read("община срокове").expression, READER)
    assert ("search_entry_terms" if connection.vendor == "postgresql" else "VIRTUAL TABLE INDEX") in plans[0]
    assert "CORRELATED" not in plans[0] and "TEMP B-TREE" not in plans[0]


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
