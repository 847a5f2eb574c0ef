"""From what somebody typed to what is found: as typed, else on another keyboard, else like it, else some of it."""

from dataclasses import dataclass, field

from django.utils import timezone

from search.analysis.layouts import other_layouts
from search.analysis.queries import Query, read
from search.analysis.tokens import folded, tokens, words
from search.choices import Choices, Reader
from search.fuzzy import corrected
from search.matching import MOST, Row, first_matching, matching
from search.office_words import synonyms
from search.promoting import promoted_for
from search.ranking import newest_first, ranked

FEW = 3


@dataclass
class Found:
    """`query` is what is shown; `meant` what somebody may have meant instead of what was typed."""

    query: Query
    rows: list[Row] = field(default_factory=list)
    """Those that pass the filters, in their order."""
    all_rows: list[Row] = field(default_factory=list)
    is_capped: bool = False
    meant: str = ""
    is_instead: bool = False
    """The rows are those of what was meant."""
    is_loose: bool = False
    """No text has all of the words: these have some."""
    promoted: list[int] = field(default_factory=list)
    """Keys of what the office wants first; it may have none of the words."""

    @property
    def keys(self) -> list[int]:
        """Of what is shown, in its order."""
        return [*self.promoted, *(row.pk for row in self.rows if row.pk not in self.promoted)]

    @property
    def total(self) -> int:
        return len(self.keys)


def look(choices: Choices, reader: Reader) -> Found:
    query = read(choices.q, synonyms())
    found = Found(query)
    if query.is_empty and not other_layouts(choices.q):
        return found
    if not query.is_empty:
        found.all_rows = matching(query.expression, reader)
        found.promoted = _promoted(query, choices, reader)
    if len(found.all_rows) < FEW and not choices.exact and not found.promoted:
        _look_further(found, choices, reader)
    _narrow(found, choices, reader)
    return found


def _promoted(query: Query, choices: Choices, reader: Reader) -> list[int]:
    """Who narrows or wants the newest has said herself what comes first."""
    return [] if choices.is_narrowed or choices.sort else promoted_for(query, reader)


def _look_further(found: Found, choices: Choices, reader: Reader) -> None:
    """For what may have been meant, else for some of the words, with one statement."""
    typed, is_empty = found.query, not found.all_rows
    queries = list(_other_queries(typed, choices.q if is_empty else ""))
    expressions = [query.expression for query in queries]
    if is_empty and len(typed.groups) > 1:
        expressions.append(typed.loose)
    number, rows = first_matching(expressions, reader)
    if len(rows) <= len(found.all_rows):
        return
    if number == len(queries):
        found.all_rows, found.is_loose = rows, True
        return
    query = queries[number]
    found.meant = _as_written(query, rows)
    if is_empty:
        found.query, found.all_rows, found.is_instead = query, rows, True
        found.promoted = _promoted(query, choices, reader)


def _other_queries(typed: Query, on_keyboard: str):
    """What may have been meant, likelier first."""
    texts, better = other_layouts(on_keyboard), corrected(typed.words)
    if better:
        texts.append(" ".join(better.get(word, word) for word in words(folded(typed.text))))
    for query in (read(text, synonyms()) for text in texts):
        if not query.is_empty and query.words != typed.words:
            yield query


def _as_written(query: Query, rows: list[Row]) -> str:
    """„Срещи в Крушаре“, if titles write the name so wherever they do not begin with it."""
    titles = [folded(row.title) for row in rows[:20]]
    written = {title[start:end] for title in titles for _word, start, end in tokens(title)[1:]}
    names = {word for word in query.words if word.capitalize() in written and word not in written}
    return " ".join(word.capitalize() if word in names else word for word in words(folded(query.text)))


def _narrow(found: Found, choices: Choices, reader: Reader) -> None:
    found.is_capped = len(found.all_rows) > MOST
    found.all_rows = found.all_rows[:MOST]
    rows = found.all_rows
    if choices.is_narrowed:
        if found.is_capped:
            expression = found.query.loose if found.is_loose else found.query.expression
            rows = matching(expression, reader, choices, MOST)
        rows = [row for row in rows if choices.let_in(row)]
    if choices.sort == "new":
        found.rows = newest_first(rows, reader)
    else:
        found.rows = ranked(rows, found.query, reader, timezone.now())
