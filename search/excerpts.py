"""The place of a text where it was hit, with the words marked in whatever form they stand there."""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from core.typography import excerpt
from search.analysis.stop_words import STOP_WORDS
from search.analysis.synonyms import concepts_at, phrases
from search.analysis.tokens import folded, tokens
from search.analysis.words import indexed, stems

LENGTH = 220
LOOKED_THROUGH = 40_000  # characters of one text
BEFORE = 60
BLANK = re.compile(r"\s")


def marked(text: str, terms: frozenset[str]) -> SafeString:
    """The whole text, escaped, with the hits in <mark>."""
    return with_marks(text, hits_in(text, terms))


def excerpt_of(summary: str, text: str, terms: frozenset[str]) -> SafeString:
    """The summary if it was hit or nothing was; else the piece of the text around the most hits."""
    in_summary = hits_in(summary, terms)
    if in_summary:
        return with_marks(summary, in_summary)
    text = text[:LOOKED_THROUGH]
    hits = hits_in(text, terms)
    if not hits:
        return mark_safe(conditional_escape(summary or excerpt(text, LENGTH)))  # noqa: S308 escaped
    start, end = _window(text, hits)
    inside = [(a - start, b - start) for a, b in hits if start <= a and b <= end]
    dots = ("…\u00a0" if start else ""), ("\u00a0…" if end < len(text) else "")
    return mark_safe(dots[0] + with_marks(text[start:end], inside) + dots[1])  # noqa: S308 escaped


def hits_in(text: str, terms: frozenset[str]) -> list[tuple[int, int]]:
    """Where the words stand. Folding must not move them: what it would shorten is looked through as it is."""
    same = folded(text)
    same = same if len(same) == len(text) else text
    there = tokens(same)
    hits = {word for word in {word for word, _start, _end in there} if not terms.isdisjoint(indexed(word))} - STOP_WORDS
    named = _named(there, terms) if any(term.startswith("c_") for term in terms) else set()
    return [(start, end) for word, start, end in there if word in hits or start in named]


def _named(there: list[tuple[str, int, int]], terms: frozenset[str]) -> set[int]:
    """Where what is another name of something that was asked for begins: местна инициативна група for МИГ."""
    there = [token for token in there if token[0] not in STOP_WORDS]
    of_words, known, found = [stems(word) for word, _start, _end in there], phrases(), set()
    for position, several in enumerate(of_words):
        if not known.keys().isdisjoint(several):
            for concept, length in concepts_at(of_words, position):
                if f"c_{concept}" in terms:
                    found.update(start for _word, start, _end in there[position : position + length])
    return found


def _window(text: str, hits: list[tuple[int, int]]) -> tuple[int, int]:
    """Around the hit after which most others follow soon."""
    best = max(hits, key=lambda hit: sum(hit[0] <= start <= hit[0] + LENGTH - BEFORE for start, _end in hits))
    start = max(0, best[0] - BEFORE)
    if start:
        blank = BLANK.search(text, start, best[0] + 1)
        start = blank.end() if blank else best[0]
    end = min(len(text), start + LENGTH)
    if end < len(text):
        cut = text.rfind(" ", best[1], end)
        end = cut if cut > 0 else end
    return start, end


def with_marks(text: str, hits: list[tuple[int, int]]) -> SafeString:
    """The text, escaped, with what stands at these places in <mark>."""
    parts, last = [], 0
    for start, end in hits:
        parts += [conditional_escape(text[last:start]), "<mark>", conditional_escape(text[start:end]), "</mark>"]
        last = end
    parts.append(conditional_escape(text[last:]))
    return mark_safe("".join(parts))  # noqa: S308 every piece is escaped
