"""Which of the matches come first: of the reader's language, with the words in the title, as they were typed, fresh."""

from datetime import datetime
from functools import lru_cache
from operator import itemgetter

from search.analysis.latin import skeletons
from search.analysis.queries import Query, leaves
from search.analysis.tokens import folded, words
from search.analysis.words import indexed
from search.choices import Reader
from search.matching import Row
from search.store import minutes_of

LOOKED_INTO = 250  # titles of the best matches are compared with the query word by word
MINUTES_OF_YEAR = 365 * 24 * 60
OF_KIND = {"settlement": 0.6, "organisation": 1.1}


def ranked(rows: list[Row], query: Query, reader: Reader, now: datetime) -> list[Row]:
    minutes = minutes_of(now)
    best = max((row.rank for row in rows), default=0) or 1
    scored = [(_by_text(row, best) * _freshness(row, now, minutes) * OF_KIND.get(row.kind, 1), row) for row in rows]
    scored.sort(key=itemgetter(0), reverse=True)
    groups = [frozenset(leaves(group)) for group in query.groups]
    typed = frozenset(name for word in query.words for name in _names(word)[:1])
    first = [(score + _in_title(row, groups, typed), row) for score, row in scored[:LOOKED_INTO]]
    first.sort(key=lambda pair: (pair[1].language != reader.language, -pair[0], -pair[1].place))
    rest = [row for _score, row in scored[LOOKED_INTO:]]
    rest.sort(key=lambda row: row.language != reader.language)
    return [row for _score, row in first] + rest


def newest_first(rows: list[Row], reader: Reader) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.minutes, row.language != reader.language, row.pk))


def _by_text(row: Row, best: float) -> float:
    return max(row.rank, 0) / best


def _in_title(row: Row, groups: list[frozenset[str]], typed: frozenset[str]) -> float:
    """Two for all of the words in the title, a half more when they stand there as typed, and when nothing else does."""
    in_title = words(folded(row.title))
    terms = {term for word in in_title for term in indexed(word)}
    met = sum(not group.isdisjoint(terms) for group in groups)
    if not met:
        return 0
    exactly = len(typed & {name for word in in_title for name in _names(word)}) / max(1, len(typed))
    alone = met == len(groups) and len(in_title) <= len(groups) + 1
    return 2 * met / len(groups) + 0.5 * exactly + 0.5 * alone * (row.kind != "settlement")


@lru_cache(maxsize=4096)
def _names(word: str) -> tuple[str, ...]:
    """What a word is the same by in Cyrillic and Latin letters: krushare is Крушаре and not Крушари."""
    return skeletons(word) if word.isalpha() else (word,)


def _freshness(row: Row, now: datetime, now_in_minutes: int) -> float:
    """Events to come count more than news of today, and all of it less with every year; what is timeless stays."""
    if row.until is not None and row.until > now:
        return 1.3
    if row.kind not in ("news", "event", "offer"):
        return 1
    years = max(0, now_in_minutes - row.minutes) / MINUTES_OF_YEAR
    return 0.5 + 0.6 / (1 + years)
