"""Entries by the beginnings of words in their titles: for suggestions, and for boxes of the admin."""

from typing import NamedTuple

from search.analysis.queries import Query
from search.choices import Reader
from search.sql import columns_of, fetch, readable_by, select
from search.store import SPACE, store

SUGGESTED = ("kind", "title", "note", "path", "language")


class Suggestion(NamedTuple):
    kind: str
    title: str
    note: str
    path: str
    language: str


def suggested(words: list[tuple[str, ...]], beginnings: tuple[str, ...], reader: Reader) -> list[Suggestion]:
    """Titles with these words and a word that begins so. Settlements, which have no moment, do not get lost behind
    news, nor are all news gone through for them."""
    backend = store()
    asked, (condition, params) = backend.beginning(words, beginnings), readable_by(reader)
    found = []
    of_settlements = f"e.kind = 'settlement' AND {backend.PLACE_OF_TITLE} < {SPACE}"
    for kind, most in ((of_settlements, 12), ("e.kind <> 'settlement'", 60)):
        sql = select(backend, columns_of(SUGGESTED), [backend.MATCHES_TITLE, condition, kind])
        found += [Suggestion(*row[1:]) for row in fetch(sql, [asked, *params, most])]
    return found


def keys_matching(query: Query, begun, kinds: list[str], rows: str, row_params: list, most: int) -> list[int]:
    """Keys of things among `rows`, the SQL of their keys: by the beginnings of words in titles, then by all words. For
    the admin, so whoever may find them is asked by `rows` alone."""
    backend = store()
    condition = f"e.kind IN ({', '.join(['%s'] * len(kinds))}) AND e.thing IN ({rows})"
    asked = [(backend.MATCHES_TITLE, backend.beginning(*begun))]
    if not query.is_empty:
        asked.append((backend.MATCHES, backend.written(query.expression)))
    found: dict[int, None] = {}
    for matches, wanted in asked:
        sql = select(backend, "e.thing", [matches, condition])
        found |= dict.fromkeys(row[1] for row in fetch(sql, [wanted, *kinds, *row_params, most]))
    return list(found)
