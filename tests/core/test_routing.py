"""Addresses in two languages: the original stands in, and gives way when a translation comes."""

import pytest

from core.models import TranslationRequest
from news.models import NewsIndexPage, NewsPage, NewsroomPage
from tests.factories.news import index_of, make_news, make_rubric, translate

pytestmark = pytest.mark.django_db


def test_an_untranslated_page_is_read_under_en_with_a_notice(client, newsroom):
    news = make_news("Само на български", parent=newsroom)
    response = client.get(f"/en/news/mig-tundzha/{news.slug}/")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Само на български" in html
    assert 'lang="bg"' in html
    assert f"/en/prevod/{news.pk}/" in html
    assert f'rel="canonical" href="http://localhost:8000{news.url}"' in html
    assert "hreflang" not in html.partition("</head>")[0]


def test_a_section_address_of_the_other_language_leads_to_the_translation(client, homes):
    response = client.get("/en/novini/")
    assert (response.status_code, response.url) == (302, "/en/news/")


def test_the_stand_in_address_leads_to_the_translation_once_there_is_one(client, newsroom):
    news = make_news(parent=newsroom)
    stand_in = f"/en/news/mig-tundzha/{news.slug}/"
    twin = translate(news, title="Really in English", slug="really-in-english")
    response = client.get(stand_in)
    assert (response.status_code, response.url) == (302, twin.url)
    html = client.get(twin.url).content.decode()
    assert "Really in English" in html and "prevod" not in html


def test_a_draft_translation_leaves_the_original_standing(client, newsroom):
    news = make_news("Още не е преведена", parent=newsroom)
    translate(news, live=False, title="secret-draft-title")
    response = client.get(f"/en/news/mig-tundzha/{news.slug}/")
    assert response.status_code == 200
    assert "Още не е преведена" in response.content.decode()
    assert b"secret-draft-title" not in response.content


@pytest.mark.parametrize("prefix", ["/novini", "/en/news", "/en/novini"])
def test_a_draft_has_no_address(client, newsroom, prefix):
    draft = make_news("Чернова", parent=newsroom, live=False)
    assert client.get(f"{prefix}/mig-tundzha/{draft.slug}/").status_code == 404


def test_months_and_feeds_are_reached_through_a_stand_in(client, homes):
    rubric = make_rubric("Само тук", "samo-tuk")
    make_news(rubrics=[rubric])
    assert client.get("/en/topics/samo-tuk/").status_code == 200
    assert client.get("/en/topics/samo-tuk/rss/").status_code == 200


def test_the_breadcrumb_of_a_stand_in_is_english_as_far_as_it_goes(client, newsroom):
    news = make_news(parent=newsroom)
    html = client.get(f"/en/news/mig-tundzha/{news.slug}/").content.decode()
    english = NewsroomPage.objects.get(translation_key=newsroom.translation_key, locale__language_code="en")
    assert f'<a href="{english.url}">{english.title}</a>' in html


@pytest.mark.parametrize("is_moved", [False, True])
def test_an_english_reader_too_finds_what_was_renamed_or_moved(
    client, newsroom, is_moved, django_capture_on_commit_callbacks
):
    news = make_news(parent=newsroom, slug="predi")
    with django_capture_on_commit_callbacks(execute=True):
        if is_moved:
            news.move(index_of(NewsIndexPage), pos="last-child")
        else:
            news.slug = "sled"
            news.save_revision().publish()
    news = NewsPage.objects.get(pk=news.pk)
    for address, leads in (("/novini/mig-tundzha/predi/", news.url), ("/en/news/mig-tundzha/predi/", f"/en{news.url}")):
        response = client.get(address, follow=True)
        assert response.status_code == 200
        assert response.request["PATH_INFO"] == leads.replace("/en/novini/", "/en/news/")


def test_readers_of_a_feed_follow_a_renamed_newsroom(client, newsroom, django_capture_on_commit_callbacks):
    newsroom.slug = "mig-yambol"
    with django_capture_on_commit_callbacks(execute=True):
        newsroom.save_revision().publish()
    for feed in ("rss", "atom"):
        response = client.get(f"/novini/mig-tundzha/{feed}/")
        assert (response.status_code, response.url) == (301, f"/novini/mig-yambol/{feed}/")


def test_when_the_original_changes_the_translation_says_so(client, newsroom):
    news = make_news(parent=newsroom)
    twin = translate(news, title="In English")
    assert not twin.is_outdated
    news.title = "Променена"
    news.save_revision().publish()
    twin.refresh_from_db()
    assert twin.is_outdated
    assert news.url in client.get(twin.url).content.decode()
    twin.save_revision().publish()
    twin.refresh_from_db()
    assert not twin.is_outdated


def test_asking_for_a_translation_counts_once_and_sets_no_cookie(client, newsroom):
    news = make_news(parent=newsroom)
    address = f"/en/prevod/{news.pk}/"
    assert TranslationRequest.objects.count() == 0
    assert client.get(address).status_code == 200
    assert TranslationRequest.objects.count() == 0
    for _ in range(2):
        response = client.post(address)
        assert response.status_code == 200
    assert TranslationRequest.objects.get(page=news, language="en").count == 1
    assert not response.cookies


def test_a_draft_cannot_be_asked_for(client, newsroom):
    draft = make_news("tajna", parent=newsroom, live=False)
    response = client.get(f"/en/prevod/{draft.pk}/")
    assert response.status_code == 404
    assert b"tajna" not in response.content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_read(client, homes, method):
    assert getattr(client, method)("/novini/").status_code == 405
