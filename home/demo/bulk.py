"""Thousands of news for load tests: copies of the written ones, spread over ten years, put straight into the tables."""

import datetime as dt
import random
from collections import Counter

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.models import Page

from core import language, site_map
from core.models import BasePage
from home.demo.keys import MULTIPLIED, demo_pages, key
from news import archive
from news.models import NewsPage

TOTAL = 10_000
YEARS = 10
BATCH = 250


def multiply(seed: int, progress) -> None:
    """Until there are 10,000 news in Bulgarian; the same seed always gives the same ones."""
    written = NewsPage.objects.filter(pk__in=demo_pages().live(), locale__language_code=language.ORIGINAL)
    patterns = list(written.order_by("translation_key").prefetch_related("rubrics"))
    there, wanted = demo_pages(MULTIPLIED).count(), TOTAL - len(patterns)
    for start in progress("many news", list(range(there, wanted, BATCH))):
        _insert(range(start, min(start + BATCH, wanted)), seed, patterns)
    site_map.forget()
    archive.forget()


def remove(progress) -> None:
    found = list(demo_pages(MULTIPLIED).order_by("-path").values_list("pk", flat=True))
    for start in progress("many news", list(range(0, len(found), BATCH))):
        pages = Page.objects.filter(pk__in=found[start : start + BATCH])
        try:
            _delete(pages)
        except IntegrityError:  # something has come to hang on them
            pages.delete()


@transaction.atomic
def _delete(pages) -> None:
    """As they were put in: table by table, without asking each page who knows it (minutes for thousands)."""
    rows = dict(pages.values_list("pk", "path"))
    filed = NewsPage.rubrics.through.objects.filter(newspage__in=rows)
    filed._raw_delete(filed.db)
    for model in (NewsPage, BasePage, Page):
        own = QuerySet(model).filter(pk__in=list(rows))
        own._raw_delete(own.db)
    for above, number in Counter(path[: -Page.steplen] for path in rows.values()).items():
        Page.objects.filter(path=above).update(numchild=F("numchild") - number)


@transaction.atomic
def _insert(numbers: range, seed: int, patterns: list[NewsPage]) -> None:
    places = _Places()
    copies = []
    for number in numbers:
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 nothing secret
        pattern = chance.choice(patterns)
        copies.append((_copy(pattern, number, chance, places), pattern))
    news = [copy for copy, _pattern in copies]
    rows = Page.objects.bulk_create([_as_page(copy) for copy in news])
    for copy, row in zip(news, rows, strict=True):
        copy.pk = copy.page_ptr_id = copy.basepage_ptr_id = row.pk
    # Django's bulk_create refuses models that have a table above them; their own columns go in one table at a time.
    for model in (BasePage, NewsPage):
        QuerySet(model)._batched_insert(news, model._meta.local_concrete_fields, BATCH)
    filed = NewsPage.rubrics.through
    filed.objects.bulk_create(
        filed(newspage_id=copy.pk, rubricpage_id=rubric.pk)
        for copy, pattern in copies
        for rubric in pattern.rubrics.all()
    )
    places.save()


def _copy(pattern: NewsPage, number: int, chance: random.Random, places: "_Places") -> NewsPage:
    age = dt.timedelta(days=chance.randrange(YEARS * 365), minutes=chance.randrange(600))
    moment = timezone.localtime().replace(hour=19, minute=0, second=0, microsecond=0) - dt.timedelta(1) - age
    path, url_path = places.next(pattern)
    slug = f"{pattern.slug[:60]}-{number}"
    title = f"{pattern.title[:240]} ({number})"
    fields = {field.attname: getattr(pattern, field.attname) for field in NewsPage._meta.concrete_fields}
    return NewsPage(
        **fields
        | {
            "id": None,
            "title": title,
            "draft_title": title,
            "slug": slug,
            "path": path,
            "url_path": f"{url_path}{slug}/",
            "numchild": 0,
            "translation_key": key(f"many:{number}", MULTIPLIED),
            "has_translation": False,
            "featured_from": None,
            "featured_until": None,
            "display_date": moment.date(),
            "published_on": moment,
            "first_published_at": moment,
            "last_published_at": moment,
            "latest_revision_id": None,
            "live_revision_id": None,
        }
    )


def _as_page(copy: NewsPage) -> Page:
    fields = {field.attname: getattr(copy, field.attname) for field in Page._meta.concrete_fields}
    return Page(**fields)


class _Places:
    """Hands out places in the tree below the sections of the patterns."""

    def __init__(self):
        self.parents: dict[str, Page] = {}
        self.last: dict[str, Page] = {}
        self.added: dict[str, int] = {}

    def next(self, pattern: NewsPage) -> tuple[str, str]:
        above = pattern.path[: -pattern.steplen]
        if above not in self.parents:
            self.parents[above] = Page.objects.select_for_update().get(path=above)
            self.last[above] = Page.objects.child_of(self.parents[above]).order_by("-path").first()
        self.last[above].path = path = self.last[above]._inc_path()
        self.added[above] = self.added.get(above, 0) + 1
        return path, self.parents[above].url_path

    def save(self) -> None:
        for path, number in self.added.items():
            Page.objects.filter(path=path).update(numchild=F("numchild") + number)
