from datetime import timedelta

import pytest
from django.utils import timezone

from core.templatetags.pages import minutes, updated_on
from news.models import NewsPage
from tests.factories.news import make_news, make_rubric, translate

pytestmark = pytest.mark.django_db


def steps_of(response) -> list[str]:
    crumbs = response.content.decode().partition('<nav class="crumbs"')[2].partition("</nav>")[0]
    return [part.partition('"')[0] for part in crumbs.split('href="')[1:]]


def test_the_breadcrumb_stays_in_the_language_of_the_reader(client, newsroom):
    news = make_news(parent=newsroom)
    bulgarian = client.get(f"/novini/mig-tundzha/{news.slug}/")
    assert steps_of(bulgarian) == ["/", "/novini/", "/novini/mig-tundzha/"]
    english = client.get(f"/en/news/mig-tundzha/{news.slug}/")
    assert steps_of(english) == ["/en/", "/en/news/", "/en/news/mig-tundzha/"]


def test_an_english_list_marks_what_is_in_bulgarian(client, homes):
    make_news("Само на български")
    translate(make_news("Преведена"), title="Translated")
    page = client.get("/en/news/").content.decode()
    assert page.count("in Bulgarian</span>") == 1
    assert '<h3 lang="bg"><a href="/en/news/' in page
    assert "Преведена" not in page
    assert "in Bulgarian" not in client.get("/novini/").content.decode()


def test_a_row_changes_with_its_news(client, homes):
    news = make_news("Старо заглавие")
    assert "Старо заглавие" in client.get("/novini/").content.decode()
    news.title = "Ново заглавие"
    news.save_revision().publish()
    page = client.get("/novini/").content.decode()
    assert "Ново заглавие" in page
    assert "Старо заглавие" not in page


def test_older_years_of_the_archive_are_single_links(client, homes):
    make_news(days_ago=0)
    make_news(days_ago=800)
    page = client.get("/novini/").content.decode()
    archive = page.partition('class="archive"')[2].partition("</section>")[0]
    year = timezone.localdate().year
    older = (timezone.localdate() - timedelta(days=800)).year
    assert archive.count("<details open>") == 1
    assert f'href="/novini/{year}/' in archive
    assert f'<a href="/novini/{older}/">' in archive


def test_only_rubrics_with_news_are_offered(client, homes):
    make_rubric("Празна", "prazna")
    make_news(rubrics=[make_rubric("Покани", "pokani")])
    picks = client.get("/novini/").content.decode().partition('class="picks')[2].partition("</nav>")[0]
    assert "Покани" in picks
    assert "Празна" not in picks


def test_updated_is_said_only_of_a_later_day():
    now = timezone.now()
    page = NewsPage(first_published_at=now, published_on=now, last_published_at=now)
    assert updated_on(page) is None
    page.last_published_at = now + timedelta(days=2)
    assert updated_on(page) == page.last_published_at
    page.first_published_at = page.last_published_at
    page.published_on = now - timedelta(days=30)  # shown under an older date, never changed
    assert updated_on(page) is None


def test_reading_time_counts_the_words_of_a_text(homes):
    short = make_news(body=[("text", "<p>Три думи само.</p>")])
    long = make_news(body=[("text", f"<p>{'дума ' * 900}</p>"), ("heading", "Край")])
    assert minutes(NewsPage.objects.get(pk=short.pk).body) == 1
    assert minutes(NewsPage.objects.get(pk=long.pk).body) >= 5
