"""How fast the search is among many texts, beside Wagtail's own and beside the bare index.

    DATABASE_URL=postgres://…/scratch python tools/search_speed.py 100000
    DATABASE_URL=sqlite:////tmp/scratch.sqlite3 python tools/search_speed.py 10000

The database must be one to throw away: it is filled with made-up texts and left so. Wagtail's own search is only
measured on PostgreSQL; on SQLite a common word takes it a minute.
"""

import os
import random
import statistics
import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadernet.settings.dev")
BATCH, WORDS, ROUNDS = 1000, 90, 7
COMMON, RARE, ABSENT = "община", "дума4711", "няматакава"


def main():
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    call_command("lay_out")
    fill(int(sys.argv[1]), with_stock=connection.vendor == "postgresql")
    for word in (COMMON, RARE, ABSENT):
        measure(word, connection)
    suggestions()


def fill(number: int, with_stock: bool):
    from django.utils import timezone

    from search.models import Entry
    from search.store import store

    start, chance = Entry.objects.filter(thing__gte=10_000_000).count(), random.Random(1)
    began, now = time.perf_counter(), timezone.now()
    vocabulary = [f"дума{n}" for n in range(20_000)]
    weights = [1 / (n + 10) for n in range(20_000)]
    if with_stock:  # as a restored backup would: indexes are built when all is there
        without_indexes()
    for first in range(start, number, BATCH):
        texts = [" ".join(chance.choices(vocabulary, weights, k=WORDS)) for _n in range(BATCH)]
        texts = [f"{COMMON} {text}" if chance.random() < 0.43 else text for text in texts]
        put_in(first, texts, now - timedelta(minutes=number - first))
        if with_stock:
            put_into_stock(first, texts)
        print(f"\r{first + BATCH}/{number}", end="", flush=True)
    if with_stock:
        with_indexes()
    if number > start:
        store().optimize()
        print(f"\nfilled in {time.perf_counter() - began:.0f} s, peak {peak()} MB")


INDEXES: list[str] = []


def without_indexes():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '% USING gin %'"
            " AND tablename IN ('search_entry', 'wagtailsearch_indexentry')"
        )
        for name, definition in cursor.fetchall():
            INDEXES.append(definition)
            cursor.execute(f'DROP INDEX "{name}"')


def with_indexes():
    from django.db import connection

    with connection.cursor() as cursor:
        for definition in INDEXES:
            cursor.execute(definition)
        cursor.execute("ANALYZE")


def put_in(first: int, texts: list[str], moment):
    from search.analysis import texts as analysis
    from search.models import Entry
    from search.store import Terms, place_of, store

    made = Entry.objects.bulk_create(
        Entry(
            kind="news", thing=10_000_000 + first + n, language="bg", is_only=True, is_counted=False, audience="public",
            title=" ".join(text.split()[1:7]), summary=" ".join(text.split()[7:20]), text=text, note="",
            path="/home/novini/x/", moment=moment, year=moment.year, provinces=",", themes=",", stamp="",
        )
        for n, text in enumerate(texts)
    )  # fmt: skip
    for entry in made:
        entry.place = place_of(entry.moment, entry.pk)
    Entry.objects.bulk_update(made, ["place"], batch_size=200)
    terms = (Terms(*(analysis.terms(text) for text in (entry.title, entry.summary, entry.text))) for entry in made)
    store().write([(entry.place, one) for entry, one in zip(made, terms, strict=True)])


def put_into_stock(first: int, texts: list[str]):
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from wagtail.models import Locale, Page

    bulgarian, kind = Locale.objects.get(language_code="bg"), ContentType.objects.get_for_model(Page)
    pages = Page.objects.bulk_create(
        Page(title=" ".join(text.split()[1:7]), slug=f"s{first + n}", path=f"9999{first + n:08d}", depth=3, numchild=0,
             url_path=f"/s{first + n}/", content_type=kind, locale=bulgarian, live=True)
        for n, text in enumerate(texts)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO wagtailsearch_indexentry"
            " (object_id, content_type_id, title, body, autocomplete, title_norm, title_text, body_text)"
            " VALUES (%s, %s, to_tsvector('simple', %s), to_tsvector('simple', %s), '', 1, '', '')",
            [(str(page.pk), kind.pk, page.title, text) for page, text in zip(pages, texts, strict=True)],
        )


def measure(word: str, connection):
    from django.test import Client

    from search.analysis.queries import read
    from search.choices import Reader
    from search.looking import Choices, look
    from search.results import hits
    from search.store import store

    client, reader, expression = Client(headers={"host": "localhost"}), Reader("bg"), read(word).expression

    def ours():
        from django.utils import timezone

        found = look(Choices(q=word, exact="1"), reader)
        return len(hits(found, reader, 1, timezone.now()))

    def raw():
        asked = store().written(expression)
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(
                    "SELECT rowid FROM search_terms WHERE search_terms MATCH %s ORDER BY rank LIMIT 20", [asked]
                )
            else:
                cursor.execute(
                    "SELECT id FROM (SELECT id, terms FROM search_entry WHERE terms @@ %s::tsquery ORDER BY place DESC"
                    " LIMIT 1000) newest ORDER BY ts_rank(terms, %s::tsquery) DESC LIMIT 20",
                    [asked, asked],
                )
            return len(cursor.fetchall())

    def stock():
        from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend
        from wagtail.models import Page

        found = PostgresSearchBackend({}).search(word, Page.objects.live())
        return len(list(found[:20])) + found.count() * 0

    page = timed(lambda: client.get("/tarsene/", {"q": word}))
    print(f"\n{word}: raw {timed(raw)}, ours {timed(ours)}, the page {page}")
    if connection.vendor == "postgresql":
        print(f"  Wagtail's own {timed(stock, 3)}")


def suggestions():
    from search.choices import Reader
    from search.suggesting import suggest

    for typed in ("ду", "дума47", "общи"):
        print(f"suggestions for {typed}: {timed(lambda typed=typed: suggest(typed, Reader('bg')))}")


def timed(do, rounds: int = ROUNDS) -> str:
    do()
    took = []
    for _round in range(rounds):
        start = time.perf_counter()
        do()
        took.append(1000 * (time.perf_counter() - start))
    return f"{statistics.median(took):.1f} ms ({min(took):.1f} to {max(took):.1f})"


def peak() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
