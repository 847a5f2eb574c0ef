from django.db.models import F, Q, Subquery
from django.utils import timezone
from wagtail.models import PageManager

from core import language
from core.keyset import ByMoment
from core.models import BasePage
from core.pictures import attach as attach_pictures
from core.querysets import BasePageQuerySet
from news.filing import attach_rubrics

# What a row of a list shows: reading every column of seven joined tables costs more than the page around it.
ROW = (
    "title",
    "summary",
    "url_path",
    "locale",
    "translation_key",
    "has_translation",
    "audience",
    "published_on",
    "last_published_at",
    "newsroom",
    "organization",
    "picture",
)
EDITORS_ONLY = {
    *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "live_revision"),
    *("locked", "locked_at", "locked_by", "owner", "alias_of", "numchild", "go_live_at", "expire_at", "expired"),
    *("show_in_menus", "deleted_at", "deleted_live", "featured_from", "featured_until", "display_date"),
}
AUTHOR = tuple(
    f"organization__{name}"
    for name in ("slug", "name", "name_bg", "name_en", "seat", "seat_bg", "seat_en", "live", "status")
)


class NewsQuerySet(ByMoment, BasePageQuerySet):
    """`NewsPage.objects.visible_to(user).in_language("bg").for_listing()` is where every list of news starts."""

    moment = "published_on"

    _attached = ()  # what is looked up for all rows together

    def _clone(self):
        copy = super()._clone()
        copy._attached = self._attached
        return copy

    def _fetch_all(self):
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new:
            self.complete(self._result_cache)

    def complete(self, rows: list):
        for attach in self._attached:
            attach(rows)

    def for_listing(self, pictures=True):
        """With what a row shows, without the long text."""
        found = self.beside_a_text()
        found._attached = (attach_rubrics, attach_pictures) if pictures else (attach_rubrics,)
        return found

    def beside_a_text(self):
        """Like `for_listing`, where the page looks up pictures and rubrics for everything on it at once."""
        names = {f"author_{code}": F(f"organization__name_{code}") for code in language.NAMES}
        return self.newest_first().only(*ROW).annotate(**names)

    def for_reading(self):
        own = (field.name for field in self.model._meta.concrete_fields if field.name not in EDITORS_ONLY)
        return self.select_related("organization").only(*own, *AUTHOR)

    def featured(self, now=None):
        """What the office wants on top just now."""
        now = now or timezone.now()
        return self.filter(Q(featured_from__lte=now), Q(featured_until__isnull=True) | Q(featured_until__gt=now))

    def filed_under(self, rubric_pk: int):
        return self.filter(rubrics=rubric_pk)

    def of_newsroom(self, translation_key):
        """News of an organisation, whichever language its newsroom is read in."""
        originals = BasePage.objects.really_in_language(language.ORIGINAL).filter(translation_key=translation_key)
        return self.filter(newsroom=Subquery(originals.order_by().values("pk")[:1]))

    def in_month(self, year: int, month: int | None = None):
        """News of a year or a month, by Sofia time."""
        pages = self.filter(published_on__year=year)
        return pages.filter(published_on__month=month) if month else pages


NewsManager = PageManager.from_queryset(NewsQuerySet)
