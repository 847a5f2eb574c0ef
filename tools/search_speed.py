"""How fast the search is among many texts, beside Wagtail's own and beside the bare index.

    DATABASE_URL=postgres://…/scratch python tools/search_speed.py 100000
    DATABASE_URL=sqlite:////tmp/scratch.sqlite3 python tools/search_speed.py 10000

The database must be one to throw away: it is filled with made-up texts (`made_up_texts.py`; one of a hundred is a
document of twenty pages) and left so. The bare index is asked for the first page of matches as it ranks them itself: on
SQLite `ORDER BY rank` over all of them, on PostgreSQL the newest thousand by `ts_rank`. Wagtail's own search is only
measured on PostgreSQL; on SQLite a common word takes it a minute. Rounds take turns, so that all meet the same machine.
What it takes to bring everything in step: `/usr/bin/time -v python manage.py rebuild_search` on the same database.
"""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadernet.settings.dev")
ROUNDS = 7


def main():
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from made_up_texts import COMMON, RARE, VOCABULARY, fill

    from core.site_map import asked_once

    settings.DEBUG = False  # else each query is remembered
    call_command("migrate", verbosity=0, interactive=False)
    call_command("lay_out")
    fill(int(sys.argv[1]), connection.vendor == "postgresql", lambda text: print(text, end="", flush=True))
    call_command("rebuild_search", verbosity=0)
    with asked_once():
        for word in (COMMON, VOCABULARY[300], RARE, "няматакава"):
            beside_others(word, connection)
        further(VOCABULARY, COMMON)
        suggestions(VOCABULARY, COMMON)


def beside_others(word: str, connection):
    from django.test import Client

    from search.analysis.queries import read
    from search.store import store

    client, asked = Client(headers={"host": "localhost"}), store().written(read(word).expression)

    def raw():
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

        return list(PostgresSearchBackend({}).search(word, Page.objects.live())[:20])

    things = {
        "the bare index": raw,
        "ours": lambda: results(word, exact="1"),
        "the page": lambda: client.get("/tarsene/", {"q": word}),
    }
    if connection.vendor == "postgresql":
        things["Wagtail's own"] = stock
    print(f"\n{word}")
    report(things)


def results(text: str, **choices) -> int:
    from django.utils import timezone

    from search.choices import Choices, Reader
    from search.looking import look
    from search.results import hits

    reader = Reader("bg")
    return len(hits(look(Choices(q=text, **choices), reader), reader, 1, timezone.now()))


def further(vocabulary: list[str], common: str):
    """What costs more than one look: filters, other keyboards, words mistyped or not all there."""
    mistyped = [word[:2] + word[3] + word[2] + word[4:] for word in vocabulary[300:308]]
    print()
    report(
        {
            "narrowed": lambda: results(common, kind="news", year=("2026",)),
            "newest first": lambda: results(common, sort="new"),
            "mistyped": lambda: results(mistyped[0]),
            "three mistyped": lambda: results(" ".join(mistyped[:3])),
            "eight mistyped": lambda: results(" ".join(mistyped)),
            "another keyboard": lambda: results(",jobyf"),
            "some of the words": lambda: results(f"{common} няматакава"),
        }
    )


def suggestions(vocabulary: list[str], common: str):
    from search.choices import Reader
    from search.suggesting import suggest

    typed = [vocabulary[n][:length] for n in (0, 1, 50, 4711, -5) for length in (2, 3, 4)]
    typed += [common[:2], common, "ga", "gal", "sh", "4i", "ca", "няматакава", f"{common} {vocabulary[1][:2]}"]
    took = {text: timed({text: lambda text=text: suggest(text, Reader("bg"))})[text] for text in typed}
    worst = max(took, key=lambda text: statistics.median(took[text]))
    print(f"\nsuggestions for {len(typed)} beginnings, the slowest „{worst}“: {written(took[worst])}")


def report(things: dict) -> None:
    for name, took in timed(things).items():
        print(f"  {name}: {written(took)}")


def timed(things: dict) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in things}
    for number in range(ROUNDS + 1):
        for name, do in things.items():
            start = time.perf_counter()
            do()
            if number:  # the first one warms up
                took[name].append(1000 * (time.perf_counter() - start))
    return took


def written(took: list[float]) -> str:
    return f"{statistics.median(took):.1f} ms ({min(took):.1f} to {max(took):.1f})"


if __name__ == "__main__":
    main()
