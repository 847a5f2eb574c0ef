"""On which page of a text the words are."""

from core.findable import BETWEEN_PAGES
from search.analysis.tokens import folded
from search.analysis.words import indexed
from search.excerpts import LOOKED_THROUGH, hits_in

MOST = 5 * LOOKED_THROUGH  # characters that are read word by word when no page has the words as they were typed
LIKELY = 20


def where_hit(text: str, terms: frozenset[str]) -> tuple[int | None, str]:
    """The number of the page with the most of the words, the first of such, and what it says; without pages, or when
    the words are on none of them, no number and the whole text."""
    if BETWEEN_PAGES not in text:
        return None, text
    pages = text.split(BETWEEN_PAGES)
    likely = _likely(pages, terms)
    number = _best(pages, likely, terms) or _best(pages, _beginning(pages), terms)
    if number is None:
        return None, " ".join(pages)
    return number, pages[number - 1]


def _likely(pages: list[str], terms: frozenset[str]) -> list[int]:
    """Indexes of pages in which the words or their stems stand letter by letter, most of them first: that is found
    without reading each word of a thick book."""
    spelled = {term.removeprefix("s_") for term in terms if term.startswith("s_") or "_" not in term}
    if not spelled:
        return []
    numbers = []
    for index, page in enumerate(pages):
        lower = page.lower()
        numbers.append((-sum(each in lower for each in spelled), index))
    return [index for number, index in sorted(numbers)[:LIKELY] if number]


def _beginning(pages: list[str]) -> list[int]:
    found, length = [], 0
    for index, page in enumerate(pages):
        length += len(page)
        if length > MOST:
            break
        found.append(index)
    return found


def _best(pages: list[str], indexes: list[int], terms: frozenset[str]) -> int | None:
    """With the most different words; of those the one in which they stand most often."""
    best, most = None, (0, 0)
    for index in sorted(indexes):
        page = pages[index][:LOOKED_THROUGH]
        words = [folded(page[start:end]) for start, end in hits_in(page, terms)]
        met = {term for word in set(words) for term in indexed(word)} & terms
        if (len(met), len(words)) > most:
            best, most = index + 1, (len(met), len(words))
    return best
