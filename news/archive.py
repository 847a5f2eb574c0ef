"""Where else a reader can jump: months and rubrics that have news. Kept in the cache, forgotten when news change."""

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from core.kept import Kept
from core.prepared import prepared
from core.site_map import Section, site_map

_kept = Kept("news:archive")
forget = _kept.forget


def months_with_news(page, code: str) -> list[dict]:
    """[{"year": 2026, "count": 41, "months": [{"month": 11, "count": 5}, …]}, …], newest first."""
    return _kept.get(f"months:{page.pk}:{code}", lambda: _count_months(page))


def rubrics_with_news(code: str) -> list[Section]:
    """The rubrics that have something to read, in the order of the tree, in the reader's language."""
    used = set(_kept.get(f"rubrics:{code}", lambda: _rubrics_used(*site_map().locales_read_in(code))))
    originals = [section for section in site_map().of_kind("RubricPage", "bg") if section.pk in used]
    return [site_map().in_reading_language(section.pk, code) for section in originals]


@prepared
def _rubrics_used(own, original):
    from news.models import NewsPage

    news = NewsPage.objects.visible_to().in_locales(own, original).order_by()
    return news.filter(rubrics__isnull=False).values_list("rubrics", flat=True).distinct()


def _count_months(page) -> list[dict]:
    rows = (
        page.listed_news().order_by().annotate(start=TruncMonth("published_on")).values("start").annotate(n=Count("pk"))
    ).order_by("-start")
    years: list[dict] = []
    for row in rows:
        start = timezone.localtime(row["start"])
        if not years or years[-1]["year"] != start.year:
            years.append({"year": start.year, "count": 0, "months": []})
        years[-1]["count"] += row["n"]
        years[-1]["months"].append({"month": start.month, "count": row["n"]})
    return years
