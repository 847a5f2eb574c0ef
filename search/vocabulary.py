"""The words of what everybody reads, counted: what somebody who mistyped one may have meant."""

from collections import Counter, defaultdict

from django.db.models import F

from search.analysis import texts
from search.models import Entry, Word


def words_of(entry: Entry) -> set[str]:
    return set() if not entry.is_counted else texts.plain_words(f"{entry.title} {entry.summary} {entry.text}")


def count(words: Counter) -> None:
    """One more or one less entry for each word."""
    by_difference = defaultdict(list)
    for word, difference in sorted(words.items()):
        if difference:
            by_difference[difference].append(word)
    added = [Word(word=word, backwards=word[::-1]) for word in sorted(words) if words[word] > 0]
    Word.objects.bulk_create(added, ignore_conflicts=True, batch_size=300)
    for difference, some in by_difference.items():
        for start in range(0, len(some), 300):
            Word.objects.filter(word__in=some[start : start + 300]).update(times=F("times") + difference)
