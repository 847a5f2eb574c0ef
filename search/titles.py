"""Entries by the beginnings of words in their titles: for suggestions, and for boxes of the admin."""

from typing import NamedTuple

from search.analysis.queries import Query
from search.analysis.tokens import folded
from search.choices import Reader
from search.sql import columns_of, fetch, readable_by, select
from search.store import EVERYWHERE, SPACE, store

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
    for kind, below, most in (("e.kind = 'settlement'", SPACE, 12), ("e.kind <> 'settlement'", EVERYWHERE, 60)):
        sql = select(backend.TITLES, columns_of(SUGGESTED), [condition, kind])
        found += [Suggestion(*row[1:]) for row in fetch(sql, [asked, below, *params, most])]
    return found


def keys_matching(query: Query, begun, kinds: list[str], rows: str, row_params: list, most: int) -> list[int]:
    """Keys of things among `rows`, the SQL of their keys: first whose title is what was typed, then by the beginnings
    of words in titles, then by all words. For the admin, so whoever may find them is asked by `rows` alone."""
    backend = store()
    condition = f"e.kind IN ({', '.join(['%s'] * len(kinds))}) AND e.thing IN ({rows})"
    asked = [(backend.TITLES, [backend.beginning(*begun), EVERYWHERE])]
    if not query.is_empty:
        asked.append((backend.ALL_TERMS, [backend.written(query.expression)]))
    found: list[tuple[int, str]] = []
    for looked, wanted in asked:
        sql = select(looked, "e.thing, e.title", [condition])
        found += [row[1:] for row in fetch(sql, [*wanted, *kinds, *row_params, most])]
    typed = _plainly(query.text)
    first = [thing for thing, title in found if _plainly(title) == typed]
    return list(dict.fromkeys([*first, *(thing for thing, _title in found)]))


def _plainly(title: str) -> str:
    return folded(title).casefold()
