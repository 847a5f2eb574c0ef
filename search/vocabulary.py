"""The words of what everybody reads, counted: what somebody who mistyped one may have meant."""

from collections import Counter, defaultdict

from django.db import connection
from django.db.models import F

from search.analysis import texts
from search.models import Entry, Word

AT_ONCE = 300


def words_of(entry: Entry) -> set[str]:
    return set() if not entry.is_counted else texts.plain_words(f"{entry.title} {entry.summary} {entry.text}")


def count(words: Counter) -> None:
    """One more or one less entry for each word."""
    by_difference = defaultdict(list)
    for word, difference in sorted(words.items()):
        if difference:
            by_difference[difference].append(word)
    added = [Word(word=word, backwards=word[::-1]) for word in sorted(words) if words[word] > 0]
    Word.objects.bulk_create(added, ignore_conflicts=True, batch_size=AT_ONCE)
    _take_in_turn(sorted(word for some in by_difference.values() for word in some))
    for difference, some in by_difference.items():
        for start in range(0, len(some), AT_ONCE):
            Word.objects.filter(word__in=some[start : start + AT_ONCE]).update(times=F("times") + difference)


def _take_in_turn(words: list[str]) -> None:
    """Two who count the same words at once would else wait for each other."""
    if connection.features.has_select_for_update:
        for start in range(0, len(words), AT_ONCE):
            rows = Word.objects.filter(word__in=words[start : start + AT_ONCE]).order_by("word")
            list(rows.select_for_update().values_list("pk"))
