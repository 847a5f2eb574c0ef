"""The words in which pages are asked for; every list that a reader sees starts here."""

from django.db.models import Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core import language
from core.enums import Audience
from core.site_map import site_map


class BasePageQuerySet(PageQuerySet):
    def visible_to(self, user=None):
        """Published pages that this person may read; no user means everybody."""
        pages = self.live()
        if user is not None and user.is_authenticated:
            return pages
        return pages.filter(audience=Audience.PUBLIC)

    def in_language(self, code: str):
        """Pages of a language, and the originals that have no translation into it."""
        locale_ids = site_map().locale_ids
        if code == language.ORIGINAL:
            return self.filter(locale_id=locale_ids.get(code))
        return self.filter(
            Q(locale_id=locale_ids.get(code)) | Q(locale_id=locale_ids.get(language.ORIGINAL), has_translation=False)
        )

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
