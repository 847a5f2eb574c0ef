"""Two who write the index at the same time: nothing is written twice, and hiding wins. A database server is needed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from core.findable import findable
from news.models import NewsPage
from search import index
from search.models import Entry, Word
from search.narrowing import narrow
from search.rebuilding import behind, rebuild
from tests.factories.news import make_news

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]
THREADS, TIMES = 4, 5


@pytest.fixture
def pages(homes):
    found = [make_news(f"Пчелари и кошери {number}") for number in range(3)]
    rebuild()
    return [page.pk for page in found]


def closing(work):
    def run(*arguments):
        try:
            return work(*arguments)
        finally:
            connections.close_all()

    return run


def test_the_same_things_written_by_several(pages):
    barrier = Barrier(THREADS)

    @closing
    def write(number):
        for _time in range(TIMES):
            barrier.wait(60)
            Entry.objects.filter(kind="news").update(stamp="")
            index.refresh(findable("news"), pages if number % 2 else pages[::-1])

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, range(THREADS)))
    rebuild()
    assert behind() == 0
    assert Entry.objects.filter(kind="news").count() == len(pages)
    assert Word.objects.get(word="пчелари").times == len(pages)


def test_who_hides_waits_for_who_writes_what_he_read_before(pages):
    news = findable("news")

    @closing
    def hide():
        with transaction.atomic():
            NewsPage.objects.filter(pk=pages[0]).update(audience="members")
            narrow(news, pages[:1], "members")

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            index.write(news, pages, dict.fromkeys(pages, "written"))
            hidden = pool.submit(hide)
            while not _somebody_waits():
                assert not hidden.done()
        hidden.result(60)
    assert Entry.objects.get(kind="news", thing=pages[0]).audience == "members"


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0
