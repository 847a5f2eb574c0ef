"""The terms of a text that is put into the index."""

from search.analysis.latin import skeletons
from search.analysis.stop_words import STOP_WORDS
from search.analysis.synonyms import concepts_at, phrases
from search.analysis.tokens import folded, words
from search.analysis.words import indexed, stems

MOST_WORDS = 20_000  # of one field, each time they stand there; PostgreSQL counts places up to 16,383


def terms(text: str) -> list[tuple[str, ...]]:
    """For each word that counts, in order, what it is found by."""
    every = [word for word in words(folded(text)) if word not in STOP_WORDS]
    counting, rest = every[:MOST_WORDS], every[MOST_WORDS:]
    known = phrases()
    of_words = [stems(word) for word in counting]
    found = []
    for position, word in enumerate(counting):
        one = indexed(word)
        if any(stem in known for stem in of_words[position]):
            one += tuple(f"c_{concept}" for concept, _length in concepts_at(of_words, position))
        found.append(one)
    known_words = set(counting)  # of a thick book each further word once is enough
    return found + [indexed(word) for word in dict.fromkeys(rest) if word not in known_words]


def title_terms(text: str) -> list[tuple[str, ...]]:
    """Of a title also the whole skeleton of each word, by which it is suggested while somebody types."""
    skeleton_of = {word: [f"f_{key}" for key in skeletons(word)] for word in words(folded(text))}
    found = [(*one, *skeleton_of.get(one[0], ())) for one in terms(text)]
    return found + [tuple(keys) for word, keys in skeleton_of.items() if word in STOP_WORDS and keys]


def plain_words(text: str) -> set[str]:
    """The words of a text as they stand, for what readers may have meant who mistyped one."""
    return {word for word in words(folded(text)) if 3 < len(word) <= 40 and word.isalpha()}
