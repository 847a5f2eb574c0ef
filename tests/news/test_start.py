"""A new article may start from an earlier one."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import NewsPage
from tests.factories.core import make_funding, make_picture
from tests.factories.members import make_organization
from tests.factories.news import make_news, make_newsroom, make_rubric, translate


@pytest.fixture
def hers(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def elsewhere(homes):
    return make_newsroom(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"))


def begin(client, page, place, key=None):
    key = key or uuid4()
    return client.post(reverse("start_from_page", args=[page.pk]), {"place": place.pk, "key": key})


def begun(answer):
    return NewsPage.objects.get(pk=answer.url.rstrip("/").split("/")[-2])


def test_a_draft_with_the_text_and_without_the_dates(hers, newsroom, editor):
    tomorrow = timezone.now() + timedelta(days=1)
    rubric = make_rubric("Обучения", "obuchenia")
    page = make_news(
        "Покана", parent=newsroom, slug="pokana", days_ago=40, rubrics=[rubric], picture=make_picture(),
        body=[("heading", "Как се кандидатства")], expire_at=tomorrow, featured_from=timezone.now(), locked=True,
    )  # fmt: skip
    related = make_news()
    page.related_news.create(target=related)
    page.save_revision().publish()

    answer = begin(hers, page, newsroom)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[begun(answer).pk])
    draft = begun(answer).get_latest_revision_as_object()
    assert (draft.title, draft.slug, draft.owner, draft.live) == ("Покана", "pokana-1", editor, False)
    assert draft.picture == page.picture and "Как се кандидатства" in str(draft.body)
    assert list(draft.rubrics.all()) == [rubric]
    assert [row.target for row in draft.related_news.all()] == [related]
    assert not any([draft.display_date, draft.featured_from, draft.expire_at, draft.go_live_at, draft.locked])
    assert begun(answer).published_on.date() == timezone.now().date()
    assert hers.get(answer.url).status_code == 200
    page.refresh_from_db()
    assert page.live and page.slug == "pokana"


def test_pressing_twice_makes_one_draft(hers, newsroom):
    page, key = make_news(parent=newsroom), uuid4()
    assert begin(hers, page, newsroom, key).url == begin(hers, page, newsroom, key).url
    assert NewsPage.objects.child_of(newsroom).count() == 2


def test_looking_makes_nothing(hers, newsroom):
    page = make_news(parent=newsroom)
    answer = hers.get(reverse("start_from_page", args=[page.pk]))
    assert page.title in answer.content.decode()
    assert NewsPage.objects.count() == 1


def test_from_the_news_of_others_into_ones_own_newsroom_without_their_funding(hers, newsroom, elsewhere):
    page = make_news(parent=elsewhere, funding=make_funding())
    draft = begun(begin(hers, page, newsroom))
    assert draft.newsroom == newsroom and draft.funding is None
    same = begun(begin(hers, make_news(parent=newsroom, funding=page.funding), newsroom))
    assert same.funding == page.funding


def test_never_from_a_draft_of_others_nor_into_their_newsroom(hers, newsroom, elsewhere):
    hidden = make_news("Tayna", parent=elsewhere, live=False)
    for answer in (
        hers.get(reverse("start_from_page", args=[hidden.pk]), follow=True),
        hers.post(reverse("start_from_page", args=[hidden.pk]), {"place": newsroom.pk, "key": uuid4()}, follow=True),
    ):
        assert "Tayna" not in answer.content.decode()
    begin(hers, make_news(parent=newsroom), elsewhere)
    assert NewsPage.objects.child_of(elsewhere).count() == 1
    assert NewsPage.objects.child_of(newsroom).count() == 1


def test_ones_own_draft_as_it_was_left(hers, newsroom):
    page = make_news("Първо", parent=newsroom, live=False)
    page.title = "Второ"
    page.save_revision()
    assert begun(begin(hers, page, newsroom)).title == "Второ"


def test_what_readers_see_is_taken_not_an_unfinished_change(hers, newsroom):
    page = make_news("Издадено", parent=newsroom)
    page.title = "Недовършено"
    page.save_revision()
    assert begun(begin(hers, page, newsroom)).title == "Издадено"


def test_the_officer_chooses_where_and_stays_in_the_language(client, officer, newsroom, elsewhere):
    client.force_login(officer)
    page = make_news(parent=elsewhere)
    form = client.get(reverse("start_from_page", args=[page.pk])).context["form"]
    assert next(iter(form.places.values())) == elsewhere
    assert newsroom in form.places.values()
    twin = translate(page)
    english = client.get(reverse("start_from_page", args=[twin.pk])).context["form"].places.values()
    assert {place.locale.language_code for place in english} == {"en"}


def test_the_button_stands_in_the_editor_and_in_the_list(hers, newsroom):
    page = make_news(parent=newsroom)
    address = reverse("start_from_page", args=[page.pk])
    assert address in hers.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert address in hers.get(reverse("wagtailadmin_explore", args=[newsroom.pk])).content.decode()
    assert "zapochni" not in hers.get(reverse("wagtailadmin_pages:history", args=[newsroom.pk])).content.decode()


def test_write_a_news_item_opens_the_form_of_the_only_newsroom(client, editor, newsroom):
    client.force_login(editor)
    home = client.get("/admin/").content.decode()
    assert 'href="/admin/napishi-novina/"' in home
    assert f'href="{reverse("several_pictures:upload")}"' in home
    response = client.get("/admin/napishi-novina/")
    assert response.url == f"/admin/pages/add/news/newspage/{newsroom.pk}/"
    assert client.get(response.url).status_code == 200


def test_who_may_write_in_several_places_is_asked_where(client, officer, newsroom):
    client.force_login(officer)
    assert client.get("/admin/napishi-novina/").url == reverse(
        "wagtailadmin_pages:choose_parent", args=["news", "newspage"]
    )
