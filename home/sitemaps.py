"""sitemap.xml: an index and pages of a thousand, only texts that really are in their language."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from core import language
from core.models import BasePage
from core.site_map import site_map


class PageSitemap(Sitemap):
    """Public pages of one language, each with its twin."""

    limit = 1000

    def __init__(self, code: str):
        self.code = code

    def items(self):
        pages = BasePage.objects.visible_to().really_in_language(self.code).order_by("pk")
        return pages.only("pk", "url_path", "locale_id", "translation_key", "has_translation", "last_published_at")

    def get_urls(self, page=1, site=None, protocol=None):
        rows = list(self.paginator.page(page).object_list)
        twins = self._twins(rows)
        return [self._entry(row, twins.get(row.translation_key)) for row in rows]

    def get_latest_lastmod(self):
        return None

    def _twins(self, rows) -> dict:
        others = BasePage.objects.visible_to().exclude(locale_id=site_map().locale_ids.get(self.code))
        keys = [row.translation_key for row in rows if row.has_translation or self.code != language.ORIGINAL]
        return {twin.translation_key: twin for twin in others.filter(translation_key__in=keys)}

    def _entry(self, row, twin) -> dict:
        alternates = [] if twin is None else [
            {"location": settings.BASE_URL + page.get_url(), "lang_code": page.language} for page in (row, twin)
        ]  # fmt: skip
        return {
            "item": row,
            "location": settings.BASE_URL + row.get_url(),
            "lastmod": row.last_published_at,
            "changefreq": None,
            "priority": "",
            "alternates": alternates,
        }


SITEMAPS = {code: (lambda code=code: PageSitemap(code)) for code in language.NAMES}
