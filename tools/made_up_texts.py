"""Fills a database to throw away with made-up news, documents among them, and settlements, for `search_speed.py`.

Pages and entries are written as publishing and the search would leave them, many rows at once.
"""

import random
import time
from datetime import timedelta

BATCH, WORDS, SETTLEMENTS, KNOWN_WORDS = 1000, 90, 5000, 150_000
COMMON, SHARE = "община", 0.43
DOCUMENT, PAGES, WORDS_OF_PAGE = 100, 20, 150  # one text of so many is a document of so many pages
ONSETS, VOWELS, CODAS = "бвгджзклмнпрстхцчш", "аеиоу", ["", "", "", "н", "р", "л", "с", "т"]


def made_up_words(number: int) -> list[str]:
    chance, found = random.Random(2), {}
    while len(found) < number:
        syllables = chance.choice((2, 3, 3, 4))
        pick = chance.choice
        found["".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _n in range(syllables))] = True
    return list(found)


VOCABULARY = made_up_words(20_000)  # the first ones stand in many texts, the last ones in few
WEIGHTS = [1 / (n + 10) for n in range(len(VOCABULARY))]
RARE = VOCABULARY[4711]


def fill(number: int, with_stock: bool, said) -> None:
    """Up to so many texts, going on from what is there; `with_stock`: Wagtail's own index too."""
    from django.db import transaction

    from members.models import Settlement
    from news.models import NewsPage
    from search.store import store

    if not Settlement.objects.exists():
        settlements()
    start, began = NewsPage.objects.count(), time.perf_counter()
    if start >= number:
        return
    indexes = without_indexes() if with_stock else []  # as a restored backup would: built when all is there
    for first in range(start, number, BATCH):
        with transaction.atomic():
            put_in(first, with_stock)
        said(f"\r{first + BATCH}/{number}")
    with_indexes(indexes)
    store().optimize()
    said(f"\nfilled in {time.perf_counter() - began:.0f} s\n")


def settlements() -> None:
    from members.models import Municipality, Province, Settlement
    from search.models import Word

    place = Municipality.objects.create(name_bg="Община", name_en="Municipality", province=Province.objects.first())
    names = [word.capitalize() for word in VOCABULARY[-SETTLEMENTS:]]
    Settlement.objects.bulk_create(
        Settlement(name_bg=name, name_en=name, municipality=place, kind="village", ekatte=f"{number:05}")
        for number, name in enumerate(names)
    )
    words = made_up_words(KNOWN_WORDS)
    Word.objects.bulk_create(
        [Word(word=word, backwards=word[::-1], times=1 + 50_000 // (n + 10)) for n, word in enumerate(words)],
        batch_size=5000,
        ignore_conflicts=True,
    )


def text_of(chance: random.Random, number: int) -> list[str]:
    """Its pages."""
    pages, words = (PAGES, WORDS_OF_PAGE) if number % DOCUMENT == 0 else (1, WORDS)
    found = [chance.choices(VOCABULARY, WEIGHTS, k=words) for _page in range(pages)]
    if chance.random() < SHARE:
        found[-1].insert(chance.randrange(words), COMMON)
    return [" ".join(words) for words in found]


def put_in(first: int, with_stock: bool) -> None:
    chance = random.Random(first)
    texts = [text_of(chance, first + n) for n in range(BATCH)]
    pages = put_pages(first, texts)
    put_entries(pages, texts)
    if with_stock:
        put_into_stock(pages, texts)


def put_pages(first: int, texts: list[list[str]]) -> list:
    """Below the news section, without what a tree does for each one; its counter of children stays behind."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Page

    from core.models import BasePage
    from news.models import NewsIndexPage, NewsPage

    section, kind = NewsIndexPage.objects.get(locale__language_code="bg"), ContentType.objects.get_for_model(NewsPage)
    root, moment = Page.objects.latest("pk").pk + 1, timezone.now() - timedelta(minutes=200_000 - first)
    pages = []
    for n, text in enumerate(texts):
        title = " ".join(text[0].split()[:6]).capitalize()
        slug, published = f"s{first + n}", moment + timedelta(minutes=n)
        pages.append(
            NewsPage(
                id=root + n, page_ptr_id=root + n, basepage_ptr_id=root + n, depth=4,
                path=f"{section.path}{Page._int2str(100_000 + first + n):0>4}", title=title, draft_title=title,
                slug=slug, url_path=f"{section.url_path}{slug}/", live=True,
                content_type=kind, locale=section.locale, summary=" ".join(text[0].split()[6:20]),
                body=[("text", f"<p>{' '.join(text)}</p>")], published_on=published, first_published_at=published,
                last_published_at=published,
            )
        )  # fmt: skip
    for model in (Page, BasePage, NewsPage):
        for start in range(0, BATCH, 250):
            model._base_manager.all()._insert(
                pages[start : start + 250], model._meta.local_concrete_fields, using="default"
            )
    return pages


def put_entries(pages: list, texts: list[list[str]]) -> None:
    """In step: `rebuild_search` leaves them alone."""
    from core.findable import BETWEEN_PAGES, findable
    from search.analysis import VERSION
    from search.analysis import texts as analysis
    from search.models import Entry
    from search.store import Terms, place_of, store

    stamps = dict(findable("news").stamps([page.pk for page in pages]))
    first = max(1_000_000, Entry.objects.latest("pk").pk) + 1  # above what the database numbers by itself
    entries = [
        Entry(
            pk=first + n, kind="news", thing=page.pk, language="bg", is_only=True, audience="public",
            is_counted=False, title=page.title, summary=page.summary, text=BETWEEN_PAGES.join(text), note="",
            path=page.url_path, place=place_of(page.published_on, first + n), moment=page.published_on,
            year=page.published_on.year, provinces=",", themes=",", stamp=f"{VERSION}.{stamps[page.pk]}",
        )
        for n, (page, text) in enumerate(zip(pages, texts, strict=True))
    ]  # fmt: skip
    Entry.objects.bulk_create(entries)
    terms = (
        Terms(analysis.title_terms(one.title), analysis.terms(one.summary), analysis.terms(one.text)) for one in entries
    )
    store().write([(entry.place, one) for entry, one in zip(entries, terms, strict=True)])


def put_into_stock(pages: list, texts: list[list[str]]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO wagtailsearch_indexentry"
            " (object_id, content_type_id, title, body, autocomplete, title_norm, title_text, body_text)"
            " VALUES (%s, %s, to_tsvector('simple', %s), to_tsvector('simple', %s), '', 1, '', '')",
            [
                (str(page.pk), page.content_type_id, page.title, " ".join(text))
                for page, text in zip(pages, texts, strict=True)
            ],
        )


def without_indexes() -> list[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '% USING gin %'"
            " AND tablename IN ('search_entry', 'wagtailsearch_indexentry')"
        )
        found = cursor.fetchall()
        for name, _definition in found:
            cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _name, definition in found]


def with_indexes(definitions: list[str]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if definitions:
            cursor.execute("VACUUM FULL search_entry")  # rows before their terms, where no autovacuum runs
        for definition in definitions:
            cursor.execute(definition)
        if definitions:
            cursor.execute("ANALYZE")
