"""Rows of a queryset by words: what lists and windows of the admin offer, narrowed by whoever made the queryset."""

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from wagtail.models import Page

from core.findable import findable_of, findables
from search.analysis.queries import read
from search.analysis.tokens import folded, words
from search.analysis.words import asked
from search.matching import MOST
from search.office_words import synonyms
from search.suggesting import beginnings
from search.titles import keys_matching


def among(queryset: QuerySet, text: str) -> list[int]:
    """Keys of the rows that the words are in, those in whose titles they begin a word first; drafts too, at most a
    thousand of the newest."""
    query = read(text, synonyms())
    typed = words(folded(query.text))
    if not typed:
        return []
    kinds = _kinds_of(queryset.model)
    try:
        rows, params = queryset.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    of_words = [asked(word) for word in typed[:-1][:6]]
    return keys_matching(query, (of_words, beginnings(typed[-1])), kinds, rows, list(params), MOST)


def _kinds_of(model) -> list[str]:
    if model is Page:
        return [one.kind for one in findables() if issubclass(one.model, Page)]
    below = [one.kind for one in findables() if issubclass(one.model, model)]
    return list(dict.fromkeys([findable_of(model).kind, *below]))


def found_in(queryset: QuerySet, text: str) -> QuerySet:
    """The same as a queryset in its own order, for lists that go on filtering."""
    return queryset.filter(pk__in=among(queryset, text))
