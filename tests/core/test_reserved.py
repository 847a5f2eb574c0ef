"""Words with which addresses of the portal itself begin."""

import pytest
from django.urls import reverse

from core.models import BasePage
from core.reserved import reserved_words
from home.models import StandardPage
from tests.factories.news import add, publish

pytestmark = pytest.mark.django_db

REFUSED = "С тази дума започват адреси на самия портал."


def form(**fields) -> dict:
    return {
        "title": "Правила", "slug": "", "audience": "public", "body-count": 0,
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
    } | fields  # fmt: skip


def add_page(client, parent, **fields):
    return client.post(reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk]), form(**fields))


@pytest.mark.parametrize("word", ["admin", "accounts", "documents", "static", "media", "en", "healthz", "tarsene"])
def test_a_page_under_the_home_page_cannot_take_one(client, officer, homes, word):
    client.force_login(officer)
    for home in homes.values():
        html = add_page(client, home, slug=word).content.decode()
        assert REFUSED in html
        assert 'value="Правила"' in html
    assert not BasePage.objects.filter(slug=word).exists()


def test_deeper_in_the_tree_they_are_words_like_others(client, officer, homes):
    about = publish(StandardPage(title="За мрежата", slug="za-mrezhata"), homes["bg"])
    client.force_login(officer)
    add_page(client, about, slug="documents")
    assert StandardPage.objects.get(slug="documents").get_parent().pk == about.pk


def test_a_word_made_from_the_title_goes_round_them(homes):
    assert add(StandardPage(title="Documents"), homes["bg"]).slug == "documents-1"
    assert add(StandardPage(title="Documents"), homes["bg"]).slug == "documents-1-2"


def test_nor_by_copying_or_moving(client, officer, homes):
    about = publish(StandardPage(title="За мрежата", slug="za-mrezhata"), homes["bg"])
    page = publish(StandardPage(title="Документи", slug="documents"), about)
    client.force_login(officer)
    copy = {"new_title": "Документи", "new_slug": "documents", "new_parent_page": homes["bg"].pk}
    html = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), copy).content.decode()
    assert REFUSED in html
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, homes["bg"].pk]))
    assert [found.get_parent().pk for found in StandardPage.objects.filter(slug="documents")] == [about.pk]


def test_what_is_free_is_not_reserved():
    assert not reserved_words() & {"novini", "rubriki", "kontakti", "za-mrezhata", "documents-1"}
