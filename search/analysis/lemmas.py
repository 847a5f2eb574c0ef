"""Dictionary forms: from our own table, else from simplemma, whose dictionaries are read when first needed."""

import re
from functools import lru_cache

from search.analysis.exceptions import LEMMA_OF

# обученията → обучение, обсъждане → обсъждание: the dictionary takes these nouns for verbs and participles. обществения
# and кампания are none of them.
VERBAL = re.compile(r"(?<=[а-я]{2})(?<!ств)([еая]н)(?:ия|ията|ие|ието|е|ето)$")


@lru_cache(maxsize=1)
def _dictionary():
    """Kept packed: a few megabytes instead of forty; words are remembered by those who ask."""
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.default import LOW_MEMORY_DICTIONARY_FACTORY

    return DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)


@lru_cache(maxsize=1)
def _dictionary_with_rules():
    """For English, whose endings are regular; in Bulgarian guesses do more harm than good."""
    from simplemma.strategies import DefaultStrategy

    return DefaultStrategy(low_memory=True)


def bulgarian(word: str) -> str:
    """The dictionary form of a word in lower case; the word itself when nobody knows it."""
    if known := LEMMA_OF.get(word):
        return known
    lemma = (_dictionary().get_lemma(word, "bg") or word).lower()
    if VERBAL.search(word) and not lemma.endswith("ия"):
        return VERBAL.sub(r"\1ие", word)
    return lemma


def english(word: str) -> str:
    return (_dictionary_with_rules().get_lemma(word, "en") or word).lower()
