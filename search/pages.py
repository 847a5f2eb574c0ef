"""On which page of a text the words are."""

from core.findable import BETWEEN_PAGES
from search.analysis.queries import Query, leaves
from search.analysis.tokens import folded, words
from search.analysis.words import indexed
from search.excerpts import LOOKED_THROUGH, hits_in

MOST = 5 * LOOKED_THROUGH  # characters that are read word by word when no page has the words as they were typed
LIKELY = 20


def where_hit(text: str, query: Query) -> tuple[int | None, str]:
    """The number of the page with the most of the words, the first of such, and what it says; without pages, or when
    the words are on none of them, no number and the whole text."""
    if BETWEEN_PAGES not in text:
        return None, text
    pages, groups = text.split(BETWEEN_PAGES), [frozenset(leaves(group)) for group in query.groups]
    number = _best(pages, _likely(pages, groups), groups)
    if number is None:
        number = _best(pages, _beginning(pages), groups)
    return number, " ".join(pages) if number is None else pages[number - 1]


def _likely(pages: list[str], groups: list[frozenset[str]]) -> list[int]:
    """Indexes of pages in which the words or their stems stand letter by letter, most of them first: that is found
    without reading each word of a thick book."""
    spelled = [{_beginning_of(term[2:]) for term in group if term.startswith("s_")} for group in groups]
    numbers = []
    for index, page in enumerate(pages):
        lower = page.lower()
        numbers.append((-sum(any(each in lower for each in group) for group in spelled), index))
    return [index for number, index in sorted(numbers)[:LIKELY] if number]


def _beginning_of(stem: str) -> str:
    """Without the end, where a vowel comes and goes: пчелн, пчелен."""
    return stem[:-1] if len(stem) > 4 else stem


def _beginning(pages: list[str]) -> list[int]:
    found, length = [], 0
    for index, page in enumerate(pages):
        length += len(page)
        if length > MOST:
            break
        found.append(index)
    return found


def _best(pages: list[str], indexes: list[int], groups: list[frozenset[str]]) -> int | None:
    """With the most of the words; of those the one in which they stand most often."""
    terms, best, most = frozenset().union(*groups), None, (0, 0)
    for index in sorted(indexes):
        page = pages[index][:LOOKED_THROUGH]
        hits = [word for start, end in hits_in(page, terms) for word in words(folded(page[start:end]))]
        there = {term for word in set(hits) for term in indexed(word)}
        met = sum(not there.isdisjoint(group) for group in groups)
        if (met, len(hits)) > most:
            best, most = index + 1, (met, len(hits))
    return best
