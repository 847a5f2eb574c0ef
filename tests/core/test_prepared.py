"""A prepared question gets the same answer as one that is written anew."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from core.models import BasePage, ContactRole
from core.prepared import prepared
from news.models import NewsPage
from tests.factories.core import make_picture, make_role
from tests.factories.news import make_news, make_rubric

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]


def test_it_is_asked_with_the_values_of_this_time(homes):
    first, second = make_news("Първа"), make_news("Втора")

    @prepared
    def titles(pk):
        return NewsPage.objects.filter(pk=pk).values_list("title", flat=True)

    assert [titles(first.pk), titles(second.pk), titles(first.pk)] == [["Първа"], ["Втора"], ["Първа"]]


@pytest.mark.parametrize("how_many", range(6))
def test_a_list_may_have_any_length(homes, how_many):
    news = [make_news() for _ in range(6)]

    @prepared
    def found(keys):
        return NewsPage.objects.filter(pk__in=keys)

    for wanted in (news[:how_many], news[-how_many:] if how_many else []):
        assert {page.pk for page in found([page.pk for page in wanted])} == {page.pk for page in wanted}


def test_moments_and_keys_of_translations_are_values_too(homes):
    news = make_news()

    @prepared
    def newer(moment, key):
        return NewsPage.objects.filter(published_on__gt=moment, translation_key=key)

    before, after = (news.published_on + timedelta(hours=hours) for hours in (-1, 1))
    assert newer(before, news.translation_key) == [news]
    assert newer(after, news.translation_key) == newer(before, uuid4()) == []


def test_nothing_is_another_question_than_something(homes):
    @prepared
    def deleted(since):
        return BasePage.objects.filter(deleted_at=since, depth=2).values_list("pk", flat=True)

    assert deleted(timezone.now()) == []
    assert set(deleted(None)) == {home.pk for home in homes.values()}


def test_each_language_is_asked_for_its_own_words(homes):
    make_role(title_bg="Счетоводител", title_en="Accountant")

    @prepared
    def titles():
        return ContactRole.objects.values_list("title", flat=True)

    for code, title in (("bg", "Счетоводител"), ("en", "Accountant"), ("bg", "Счетоводител")):
        with translation.override(code):
            assert titles() == [title]


def test_a_value_that_is_changed_on_its_way_is_refused(homes):
    @prepared
    def beginning(text):
        return NewsPage.objects.filter(slug__startswith=text)

    with pytest.raises(TypeError, match="beginning"):
        beginning("novina")


def test_what_would_be_fetched_beside_the_rows_is_refused(homes):
    @prepared
    def with_rubrics(pk):
        return NewsPage.objects.filter(pk=pk).prefetch_related("rubrics")

    with pytest.raises(TypeError, match="with_rubrics"):
        with_rubrics(1)


def test_rows_of_a_list_are_complete(newsroom, django_assert_num_queries):
    rubric = make_rubric()
    pk = make_news(parent=newsroom, rubrics=[rubric], picture=make_picture()).pk

    @prepared
    def rows(pk):
        return NewsPage.objects.filter(pk=pk).for_listing()

    (row,) = rows(pk)
    with django_assert_num_queries(0):
        assert (row.rubric_pks, row.picture.alt) == ([rubric.pk], "Рисунка: нива")


def test_rows_come_with_what_was_joined_to_them(newsroom, django_assert_num_queries):
    pk = make_news(parent=newsroom, rubrics=[make_rubric()]).pk

    @prepared
    def with_author(pk):
        return (
            NewsPage.objects.filter(pk=pk)
            .select_related("organization")
            .only("title", "organization", "organization__name_bg")
        )

    with_author(pk)
    with django_assert_num_queries(1):
        (found,) = with_author(pk)
        assert found.organization.name_bg == "МИГ – Тунджа"
    assert found.get_deferred_fields() >= {"body", "slug"}
