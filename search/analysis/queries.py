"""What somebody looks for, as an expression of terms: every word, each in any of its forms."""

from dataclasses import dataclass, field
from typing import NamedTuple

from search.analysis.stop_words import STOP_WORDS
from search.analysis.synonyms import concepts_at
from search.analysis.tokens import folded, words
from search.analysis.words import asked, stems

MAX_WORDS = 8
MAX_LENGTH = 200


class All(NamedTuple):
    """Every one of these must be there."""

    parts: tuple


class Any(NamedTuple):
    """One of these is enough."""

    parts: tuple


@dataclass
class Query:
    text: str
    words: list[str] = field(default_factory=list)
    groups: list[Any] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.groups

    @property
    def expression(self) -> All:
        return All(tuple(self.groups))

    @property
    def loose(self) -> All:
        """Any of the words."""
        return All((Any(tuple(self.groups)),))

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(leaves(self.expression))


def leaves(part):
    if isinstance(part, str):
        yield part
        return
    for each in part.parts:
        yield from leaves(each)


def tidy(text: str) -> str:
    """One line of a sensible length without what nobody types."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * MAX_LENGTH]).split())[
        :MAX_LENGTH
    ].strip()


def read(text: str, synonyms: list[list[str]] | tuple = ()) -> Query:
    """`synonyms` are groups of words and phrases that the office lets stand for one another."""
    query = Query(tidy(text))
    query.words = list(dict.fromkeys(_counting(query.text)))[:MAX_WORDS]
    of_words = [stems(word) for word in query.words]
    others = _by_stems(synonyms)
    position = 0
    while position < len(query.words):
        group, length = _group(query.words, of_words, position, others)
        query.groups.append(group)
        position += length
    return query


def _group(typed: list[str], of_words: list, position: int, others: dict) -> tuple[Any, int]:
    """From a position on the longest name of something, else the word."""
    concepts = concepts_at(of_words, position)
    own = [
        (name, length)
        for length in range(len(typed) - position, 0, -1)
        for name in others.get(_key(of_words[position : position + length]), ())
    ]
    length = max((length for _name, length in [*concepts, *own]), default=1)
    found = [f"c_{concept}" for concept, long in concepts if long == length]
    found += [_every(name) for name, long in own if long == length]
    spelled = [Any(asked(word)) for word in typed[position : position + length]]
    parts = spelled[0].parts if length == 1 else (All(tuple(spelled)),)
    return Any((*parts, *found)), length


def _by_stems(synonyms) -> dict[tuple, list[str]]:
    found: dict[tuple, list[str]] = {}
    for names in synonyms:
        for name in names:
            key = _key([stems(word) for word in _counting(name)])
            found.setdefault(key, []).extend(other for other in names if other != name and _counting(other))
    found.pop((), None)
    return found


def _key(of_words) -> tuple[str, ...]:
    return tuple(each[0] for each in of_words)


def _every(name: str) -> All:
    return All(tuple(Any(asked(word)) for word in _counting(name)))


def _counting(text: str) -> list[str]:
    return [word for word in words(folded(text)) if word not in STOP_WORDS]
