"""Where else a reader can jump: months and rubrics that have news. Kept in the cache, forgotten when news change."""

from django.core.cache import cache
from django.db import transaction
from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from core.prepared import prepared
from core.site_map import Section, site_map

CACHE_SECONDS = 600
VERSION_KEY = "news:archive-version"


def months_with_news(page, code: str) -> list[dict]:
    """[{"year": 2026, "count": 41, "months": [{"month": 11, "count": 5}, …]}, …], newest first."""
    return _kept(f"months:{page.pk}:{code}", lambda: _count_months(page))


def rubrics_with_news(code: str) -> list[Section]:
    """The rubrics that have something to read, in the order of the tree, in the reader's language."""
    used = set(_kept(f"rubrics:{code}", lambda: _rubrics_used(*site_map().locales_read_in(code))))
    originals = [section for section in site_map().of_kind("RubricPage", "bg") if section.pk in used]
    return [site_map().in_reading_language(section.pk, code) for section in originals]


@prepared
def _rubrics_used(own, original):
    from news.models import NewsPage

    news = NewsPage.objects.visible_to().in_locales(own, original).order_by()
    return news.filter(rubrics__isnull=False).values_list("rubrics", flat=True).distinct()


def forget(**_signal) -> None:
    """Now, and again after the commit: in between others may have kept what they still saw."""
    _begin_anew()
    transaction.on_commit(_begin_anew, robust=True)


def _begin_anew() -> None:
    cache.set(VERSION_KEY, timezone.now().timestamp(), None)


def _kept(name: str, find):
    key = f"news:archive:{cache.get(VERSION_KEY, 0)}:{name}"
    found = cache.get(key)
    if found is None:
        found = find()
        cache.set(key, found, CACHE_SECONDS)
    return found


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
