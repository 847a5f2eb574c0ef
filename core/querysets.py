"""The words in which pages are asked for; every list that a reader sees starts here."""

from functools import cache

from django.db.models import Q, QuerySet
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core.enums import Audience
from core.prepared import prepared
from core.site_map import site_map


class ChosenQuerySet(QuerySet):
    """For records that blocks choose: found by their keys with a prepared question."""

    def in_bulk(self, id_list=None, **options):
        if id_list and not options and not self.query.where and all(type(pk) is int for pk in id_list):
            return {record.pk: record for record in _with_keys_of(self.model)([*id_list])}
        return super().in_bulk(id_list, **options)


@cache
def _with_keys_of(model):
    return prepared(lambda keys: model.objects.filter(pk__in=keys))


class BasePageQuerySet(ChosenQuerySet, PageQuerySet):
    def visible_to(self, user=None):
        """Published pages that this person may read; no user means everybody."""
        pages = self.live()
        if user is not None and user.is_authenticated:
            return pages
        return pages.filter(audience=Audience.PUBLIC)

    def in_language(self, code: str):
        """Pages of a language, and the originals that have no translation into it."""
        return self.in_locales(*site_map().locales_read_in(code))

    def in_locales(self, own, original):
        """The same, told by what `site_map().locales_read_in` says (a prepared question must be told)."""
        if original is None:
            return self.filter(locale_id=own)
        return self.filter(Q(locale_id=own) | Q(locale_id=original, has_translation=False))

    def really_in_language(self, code: str):
        """Pages written in a language; no stand-ins."""
        return self.filter(locale_id=site_map().locale_ids.get(code))

    def for_reading(self):
        """With what the page of its own shows; a class adds its relations here."""
        return self

    def deleted(self):
        return self.filter(deleted_at__isnull=False)

    def not_deleted(self):
        return self.filter(deleted_at__isnull=True)


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
