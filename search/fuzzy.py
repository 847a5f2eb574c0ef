"""Words like a mistyped one, the same on every database: half of it is right at least, so that half is looked up."""

from django.db.models import Q

from search.analysis.latin import meant
from search.models import Word
from search.store import store

SHORTEST = 4
MOST_COMPARED = 1500
ALLOWED = ((4, 1), (7, 2), (12, 3))  # letters: how many mistakes


def corrected(words: list[str]) -> dict[str, str]:
    """For words that nothing is written with: the word that is meant most likely. One word is not asked for by itself:
    it would be the nearest to itself."""
    written = Word.objects.filter(word__in=words, times__gt=0).values_list("word", flat=True)
    known = set(written) if len(words) > 1 else set()
    unknown = [word for word in words if word not in known and len(word) >= SHORTEST and word.isalpha()]
    spelled = {word: _spellings(word) for word in unknown}
    if not unknown:
        return {}
    near, begins = Q(), store().begins
    for spelling in {each for spellings in spelled.values() for each in spellings}:
        first, last = _halves(spelling)
        near |= begins("word", first) | begins("backwards", last[::-1])
    rows = Word.objects.filter(near, times__gt=0).order_by("-times", "word").values_list("word", "times")
    candidates = list(rows[:MOST_COMPARED])
    found = {word: _nearest(spellings, candidates) for word, spellings in spelled.items()}
    return {word: best for word, best in found.items() if best not in ("", word)}


def _spellings(word: str) -> list[str]:
    """Latin letters are compared as the Cyrillic ones that they may stand for as well."""
    return [word, *meant(word)[:2]] if word.isascii() else [word]


def _halves(spelling: str) -> tuple[str, str]:
    half = max(2, len(spelling) // 2)
    return spelling[:half], spelling[-half:]


def _nearest(spellings: list[str], candidates: list[tuple[str, int]]) -> str:
    best = (99, 0, "")
    for spelling in spellings:
        allowed = max((mistakes for length, mistakes in ALLOWED if len(spelling) >= length), default=0)
        first, last = _halves(spelling)
        for word, times in candidates:
            is_near = abs(len(word) - len(spelling)) <= min(allowed, best[0])
            if is_near and (word.startswith(first) or word.endswith(last)):
                away = distance(spelling, word, min(allowed, best[0]))
                if away <= allowed:
                    best = min(best, (away, -times, word))
    return best[2]


def distance(one: str, other: str, most: int) -> int:
    """Letters left out, added, changed or swapped with their neighbour; more than `most` when it is more."""
    before, last = list(range(len(other) + 1)), None
    for i, letter in enumerate(one, 1):
        now = [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            now[j] = min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (letter != wanted))
            if last is not None and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                now[j] = min(now[j], last[j - 2] + 1)
        if min(now) > most:
            return most + 1
        before, last = now, before
    return before[-1]
