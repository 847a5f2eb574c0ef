"""What Wagtail asks its search backend: boxes of lists and of windows to choose from in the admin.

Kinds that the portal's own index knows are looked up there, among the rows that were handed over, which are those this
person may see; nothing of them is written into the stock index. That stays for the rest, pictures and documents, and
is kept from reading through all of itself at each save.
"""

from functools import cache

from modelsearch.backends.base import BaseIndex, BaseSearchQueryCompiler, BaseSearchResults
from modelsearch.backends.database import SearchBackend as stock_backend
from modelsearch.query import Phrase, PlainText
from wagtail.models import Page

from core.findable import findable_of
from search.among import among


def SearchBackend(params):  # noqa: N802 the name that Wagtail looks for
    stock = stock_backend(params)
    stock.__class__ = _with_own_index(type(stock))
    rebuilder = stock.rebuilder_class  # of `manage.py update_index`
    stock.rebuilder_class = lambda index: index if isinstance(index, Elsewhere) else rebuilder(index)
    return stock


@cache
def _with_own_index(stock: type) -> type:
    class Backend(stock):
        index_class = _calm(stock.index_class)

        def get_index_for_model(self, model):
            return Elsewhere(self) if is_own(model) else super().get_index_for_model(model)

        def _search(self, query_compiler_class, query, model_or_queryset, **options):
            queryset = getattr(model_or_queryset, "_default_manager", model_or_queryset)
            queryset = queryset.all()
            query = query.query_string if isinstance(query, PlainText | Phrase) else query
            if not is_own(queryset.model) or not isinstance(query, str) or not query:
                return super()._search(query_compiler_class, query, model_or_queryset, **options)
            return Results(self, Question(queryset, query, order_by_relevance=options.get("order_by_relevance", True)))

    return Backend


@cache
def _calm(index: type) -> type:
    class Calm(index):
        def _refresh_title_norms(self, full=False):
            """An average over all titles after each save: only when the whole index is written anew."""
            if full:
                super()._refresh_title_norms(full)

    return Calm


def is_own(model) -> bool:
    return model is Page or findable_of(model) is not None


class Elsewhere(BaseIndex):
    """These have their entries in `search.index`."""

    def get_key(self):
        return "portal"

    def add_model(self, model):
        pass

    def start(self):
        return self

    def finish(self):
        """`manage.py rebuild_search` makes their entries anew."""

    def refresh(self):
        pass

    def reset(self):
        pass

    def add_item(self, obj):
        pass

    def add_items(self, model, items):
        pass

    def delete_item(self, item):
        pass

    def delete_stale_entries(self):
        pass


class Question(BaseSearchQueryCompiler):
    def check(self):
        """Any filter and any order will do: the rows come from the queryset itself."""


class Results(BaseSearchResults):
    supports_facet = True

    def _keys(self) -> list[int]:
        if not hasattr(self, "_found"):
            question = self.query_compiler
            self._found = among(question.queryset, question.query.query_string)
        return self._found

    def _do_search(self) -> list:
        question, keys = self.query_compiler, self._keys()
        if not question.order_by_relevance and question.queryset.query.order_by:
            return list(question.queryset.filter(pk__in=keys)[self.start : self.stop])
        shown = keys[self.start : self.stop]
        rows = {row.pk: row for row in question.queryset.filter(pk__in=shown).order_by()}
        return [rows[pk] for pk in shown if pk in rows]

    def _do_count(self) -> int:
        return len(self._keys()[self.start : self.stop])

    def _clone(self):
        copy = super()._clone()
        if hasattr(self, "_found"):
            copy._found = self._found
        return copy

    def facet(self, field_name):
        from collections import OrderedDict

        from django.db.models import Count

        rows = self.query_compiler.queryset.filter(pk__in=self._keys()).order_by()
        numbers = rows.values(field_name).annotate(number=Count("pk")).order_by("-number")
        return OrderedDict((row[field_name], row["number"]) for row in numbers)
