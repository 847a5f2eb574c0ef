"""What the office has set for the search, remembered until it changes."""

from django.db.models.signals import post_delete, post_save

from core.kept import Kept
from search.analysis.queries import Query, leaves, read
from search.models import Promotion, SynonymGroup
from search.models.lines import lines_of

kept = Kept("search-office")


def synonyms() -> list[list[str]]:
    return _both()[0]


def promoted(query: Query) -> list[tuple[str, int]]:
    """The kinds and keys of what is promoted for these words, in any of their forms."""
    if query.is_empty:
        return []
    asked = _key(query)
    return [(kind, thing) for words, kind, thing in _both()[1] if asked == _key(read(words))]


def _both() -> tuple[list[list[str]], list[tuple[str, str, int]]]:
    return kept.get("all", _read)


def _read():
    promotions = Promotion.objects.order_by("pk").values_list("words", "kind", "thing")
    return (
        [group.names for group in SynonymGroup.objects.order_by("pk")],
        [(line, kind, thing) for words, kind, thing in promotions for line in lines_of(words)],
    )


def _key(query: Query) -> frozenset[str]:
    """Without how the words were typed and what the office lets stand for them."""
    return frozenset(term for term in leaves(read(query.text).expression) if term[1:2] == "_" and term[0] != "l")


for model in (Promotion, SynonymGroup):
    post_save.connect(kept.forget, sender=model)
    post_delete.connect(kept.forget, sender=model)
