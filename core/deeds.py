"""What people do in the portal, told by the app in which it is done; practice tasks of courses tick themselves by it.

@declare("news-draft", _("a news draft saved"))
def who_saved(people):
    return NewsPage.objects.filter(owner__in=people).values_list("owner", flat=True)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    words: str
    who: Callable[[Iterable[int]], Iterable[int]]
    """Of these people (by key) the keys of those who did it."""


_deeds: dict[str, Deed] = {}


def declare(key: str, words):
    """`words` say in the admin what counts."""

    def keep(who):
        _deeds[key] = Deed(words, who)
        return who

    return keep


def choices() -> list[tuple[str, str]]:
    return [(key, deed.words) for key, deed in _deeds.items()]


def who_did(key: str, people: Iterable[int]) -> set[int]:
    """One query, for whatever number of people; nobody did what no app knows."""
    deed = _deeds.get(key)
    return set(deed.who(list(people))) if deed else set()
