"""The terms of one word; each word is worked out once and remembered."""

import re
from functools import lru_cache

from search.analysis import lemmas
from search.analysis.latin import meant, skeletons
from search.analysis.stems import light_stem
from search.analysis.tokens import code_terms, is_code

REMEMBERED = 1 << 15
CYRILLIC = re.compile("[а-я]")
BULGARIAN = re.compile("[а-яѝ]+$")
LATIN = re.compile("[a-z]")
SHORTEST = 3
NOUN_OF_DOING = ("ение", "ание", "яние")


@lru_cache(maxsize=REMEMBERED)
def stems(word: str) -> tuple[str, ...]:
    """Of the dictionary form and of the word itself; usually they are one."""
    if not BULGARIAN.match(word):
        return _english(word) if LATIN.search(word) and word.isalpha() else (word,)
    lemma = lemmas.bulgarian(word)
    if lemma.endswith(NOUN_OF_DOING):  # предложение is not предложен
        return (lemma[:-1],)
    return tuple(dict.fromkeys((light_stem(lemma), light_stem(word))))


def _english(word: str) -> tuple[str, ...]:
    """The dictionary takes “meeting” for a form of “meet”."""
    singular = word[:-1] if len(word) > SHORTEST and word.endswith("s") and word[-2] not in "su" else word
    return tuple(dict.fromkeys((lemmas.english(word), singular)))


@lru_cache(maxsize=REMEMBERED)
def indexed(word: str) -> tuple[str, ...]:
    """What a word of a text is found by."""
    if is_code(word):
        return tuple(code_terms(word))
    found = [word, *(f"s_{stem}" for stem in stems(word))]
    if CYRILLIC.search(word):
        found += [f"k_{key}" for stem in stems(word) for key in skeletons(stem)]
    elif LATIN.search(word):
        found += [f"l_{key}" for stem in _stems_meant(word) for key in skeletons(stem)]
    elif word.isdigit():
        found.append(f"n_{word}")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def asked(word: str) -> tuple[str, ...]:
    """What a typed word may be met by, the closest first."""
    if is_code(word):
        return tuple(code_terms(word)[:1])
    found = [word, *(f"s_{stem}" for stem in stems(word))]
    if CYRILLIC.search(word):
        found += [f"l_{key}" for stem in stems(word) for key in skeletons(stem) if len(key) >= SHORTEST]
    elif LATIN.search(word) or not word.isdigit():
        keys = dict.fromkeys(key for stem in _stems_meant(word) for key in skeletons(stem))
        found += [f"{family}_{key}" for key in keys for family in "kl" if len(key) >= SHORTEST]
    else:
        found.append(f"n_{word}")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=REMEMBERED)
def _stems_meant(word: str) -> tuple[str, ...]:
    """Stems of the Cyrillic words that Latin letters may stand for."""
    return tuple(dict.fromkeys(stem for cyrillic in meant(word) for stem in stems(cyrillic)))
