"""sitemap.xml: an index and pages of a thousand, only texts that really are in their language."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from core import language
from core.models import BasePage
from core.site_map import site_map
from events.addresses import event_address, tour_address
from events.models import Event, Tour
from members.models import Organization, PartnerOffer
from members.offers.addresses import offer_address, profile_address
from members.profile.languages import in_english
from resources.addresses import material_address
from resources.models import LessonPage, Material, Practice
from resources.practices.addresses import practice_address


class PageSitemap(Sitemap):
    """Public pages of one language, each with its twin."""

    limit = 1000

    def __init__(self, code: str):
        self.code = code

    def items(self):
        pages = self._public().really_in_language(self.code).order_by("pk")
        return pages.only("pk", "url_path", "locale_id", "translation_key", "has_translation", "last_published_at")

    def get_urls(self, page=1, site=None, protocol=None):
        rows = list(self.paginator.page(page).object_list)
        twins = self._twins(rows)
        return [self._entry(row, twins.get(row.translation_key)) for row in rows]

    def get_latest_lastmod(self):
        return None

    @staticmethod
    def _public():
        """Without the lessons of courses that are drafts yet."""
        return BasePage.objects.visible_to().exclude(pk__in=LessonPage.objects.filter(course__live=False).values("pk"))

    def _twins(self, rows) -> dict:
        others = self._public().exclude(locale_id=site_map().locale_ids.get(self.code))
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


class RecordSitemap(Sitemap):
    """Records with a page of their own, in a language that they really are in."""

    limit = 1000

    def __init__(self, code: str):
        self.code = code

    def records(self):
        raise NotImplementedError

    def in_english(self, records):
        raise NotImplementedError

    def address(self, slug: str, code: str) -> str:
        raise NotImplementedError

    def items(self):
        found = self.records().order_by("pk").only("slug", "last_published_at")
        return found if self.code == language.ORIGINAL else self.in_english(found)

    def get_urls(self, page=1, site=None, protocol=None):
        rows = list(self.paginator.page(page).object_list)
        shown = self.records().order_by().filter(pk__in=[row.pk for row in rows])
        both = set(self.in_english(shown).values_list("pk", flat=True))
        return [self._entry(row, row.pk in both) for row in rows]

    def get_latest_lastmod(self):
        return None

    def _entry(self, row, is_in_both: bool) -> dict:
        return {
            "item": row,
            "location": settings.BASE_URL + self.address(row.slug, self.code),
            "lastmod": row.last_published_at,
            "changefreq": None,
            "priority": "",
            "alternates": [
                {"location": settings.BASE_URL + self.address(row.slug, code), "lang_code": code}
                for code in (language.NAMES if is_in_both else ())
            ],
        }


class ProfileSitemap(RecordSitemap):
    def records(self):
        return Organization.objects.visible_to()

    def in_english(self, records):
        return in_english(records)

    def address(self, slug, code):
        return profile_address(slug, code)


class OfferSitemap(RecordSitemap):
    def records(self):
        return PartnerOffer.objects.visible_to()

    def in_english(self, records):
        return records.written_in_english()

    def address(self, slug, code):
        return offer_address(slug, code)


class EventSitemap(RecordSitemap):
    def records(self):
        return Event.objects.visible_to()

    def in_english(self, records):
        return records.written_in_english()

    def address(self, slug, code):
        return event_address(slug, code)


class TourSitemap(RecordSitemap):
    def records(self):
        return Tour.objects.visible_to()

    def in_english(self, records):
        return records.written_in_english()

    def address(self, slug, code):
        return tour_address(slug, code)


class MaterialSitemap(RecordSitemap):
    def records(self):
        return Material.objects.visible_to()

    def in_english(self, records):
        return records.written_in_english()

    def address(self, slug, code):
        return material_address(slug, code)


class PracticeSitemap(RecordSitemap):
    def records(self):
        return Practice.objects.visible_to()

    def in_english(self, records):
        return records.written_in_english()

    def address(self, slug, code):
        return practice_address(slug, code)


SITEMAPS = {
    **{code: (lambda code=code: PageSitemap(code)) for code in language.NAMES},
    **{f"organizations-{code}": (lambda code=code: ProfileSitemap(code)) for code in language.NAMES},
    **{f"offers-{code}": (lambda code=code: OfferSitemap(code)) for code in language.NAMES},
    **{f"materials-{code}": (lambda code=code: MaterialSitemap(code)) for code in language.NAMES},
    **{f"practices-{code}": (lambda code=code: PracticeSitemap(code)) for code in language.NAMES},
    **{f"events-{code}": (lambda code=code: EventSitemap(code)) for code in language.NAMES},
    **{f"tours-{code}": (lambda code=code: TourSitemap(code)) for code in language.NAMES},
}
