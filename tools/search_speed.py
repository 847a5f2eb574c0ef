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
