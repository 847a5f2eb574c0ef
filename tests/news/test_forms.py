"""What the editor's form of a news item makes of what was typed."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from news.models import NewsPage
from tests.factories.news import make_news


@pytest.fixture
def hers(client, editor):
    client.force_login(editor)
    return client


def typed(slug):
    return nested_form_data(
        {
            "title": "Обществено обсъждане",
            "slug": slug,
            "body": streamfield([]),
            "audience": "public",
            "related_news": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        }
    )


def begin(client, parent, slug):
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", parent.pk])
    assert client.post(address, typed(slug)).status_code == 302
    return NewsPage.objects.order_by("-pk").first()


def save(client, page, slug):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), typed(slug))


def test_a_title_that_comes_back_gets_an_address_of_its_own_and_keeps_it(hers, newsroom):
    earlier = make_news("Обществено обсъждане", parent=newsroom, slug="obsazhdane")
    draft = begin(hers, newsroom, "obsazhdane")
    assert draft.slug not in ("", earlier.slug) and draft.slug.startswith("obsazhdane")
    save(hers, draft, "obsazhdane")  # the browser still shows what was typed first
    assert NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object().slug == draft.slug


def test_what_is_published_does_not_change_its_address_unasked(client, officer, newsroom):
    make_news(parent=newsroom, slug="zaeto")
    page = make_news(parent=newsroom, slug="svoe")
    client.force_login(officer)
    answer = save(client, page, "zaeto")
    assert answer.status_code == 200 and "slug" in answer.context["form"].errors
    assert NewsPage.objects.get(pk=page.pk).slug == "svoe"


@pytest.mark.parametrize("slug", ["rss", "atom", "2026"])
def test_no_item_takes_the_place_of_a_feed_or_a_year(hers, newsroom, slug):
    draft = begin(hers, newsroom, slug)
    draft.get_latest_revision().publish()
    page = NewsPage.objects.get(pk=draft.pk)
    assert page.live and page.url != f"{newsroom.url}{slug}/"
