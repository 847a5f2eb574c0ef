"""SQLite and PostgreSQL find the same: each finds what the analysis says, for every word of the tables."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core.findable import Findable, Text, Thing
from core.site_map import site_map
from search import index
from search.analysis import texts
from search.analysis.queries import All, read
from search.choices import Choices, Reader
from search.matching import matching
from search.models import Entry
from search.store import EVERYWHERE, store
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
    site_map()
    plans: list[str] = []
    with connection.execute_wrapper(_explain(plans)):
        matching(read("община срокове").expression, READER)
        matching(read("община").expression, READER, Choices(q="община", kind="news", year=("2026",)))
        matching(read("община").expression, Reader("en", ("public", "members")))
        suggested([], ("общ",), READER)
    if connection.vendor == "postgresql":
        assert all("ProjectSet" in plan and "Function Scan" not in plan for plan in plans)
        assert "search_entry_terms" in _plan_inside("search_places")
        assert "search_entry_title_terms" in _plan_inside("search_title_places")
    else:
        assert all("VIRTUAL TABLE INDEX" in plan and "TEMP B-TREE" not in plan for plan in plans)
        assert all("COVERING INDEX search_entry_matches" in plan for plan in plans[:3])
    assert not any("CORRELATED" in plan for plan in plans)


def test_of_many_the_newest_are_read_and_no_more(homes):
    """The order is that in which places are handed over: nothing sorts them again."""
    found, moments = Table(), [timezone.now() - timedelta(days=(7 * number) % 40) for number in range(40)]
    found.things = lambda pks: (Thing(pk, [Text("bg", "Панаир")], "public", path="/", moment=moments[pk]) for pk in pks)
    index.write(found, list(range(40)), dict.fromkeys(range(40), ""))
    store().optimize()
    site_map()
    plans: list[str] = []
    with connection.execute_wrapper(_explain(plans, "ANALYZE ")):
        rows = matching(read("панаир").expression, READER, most=5)
        narrowed = matching(read("панаир").expression, READER, Choices(q="панаир", kind="news"), 5)
    places = sorted(Entry.objects.filter(title="Панаир").values_list("place", flat=True), reverse=True)
    assert [row.place for row in rows] == [row.place for row in narrowed] == places[:5]
    if connection.vendor == "postgresql":
        assert all(re.search(r"ProjectSet .*actual time=\S+ rows=5 ", plan) for plan in plans)


def _plan_inside(function: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proconfig, prosrc FROM pg_proc WHERE proname = %s", [function])
        (settings, body) = cursor.fetchone()
        assert settings == ["enable_seqscan=off", "enable_indexscan=off"]
        for setting in settings:
            cursor.execute(f"SET LOCAL {setting}")
        body = body.replace("asked", "%s::tsquery").replace("below", str(EVERYWHERE))
        cursor.execute(f"EXPLAIN {body}", ["'община'"])
        return str(cursor.fetchall())


def _explain(plans, how=""):
    prefix = f"EXPLAIN {how}" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "

    def run(execute, sql, params, many, context):
        with connection.connection.cursor() if connection.vendor == "postgresql" else _plain() as cursor:
            cursor.execute(prefix + (sql if connection.vendor == "postgresql" else sql.replace("%s", "?")), params)
            plans.append("\n".join(str(row) for row in cursor.fetchall()))
        return execute(sql, params, many, context)

    return run


def _plain():
    from contextlib import closing

    return closing(connection.connection.cursor())
