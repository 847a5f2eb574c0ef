"""Whatever the office does with one text in the admin, the other language neither loses nor breaks."""

import re

import pytest
from django.urls import reverse

from core.models import BasePage
from news.models import NewsPage, NewsroomPage
from tests.factories.members import make_admin, make_organization
from tests.factories.news import make_news, make_newsroom, make_rubric, translate


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def other(homes):
    """Another newsroom."""
    return make_newsroom(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"))


@pytest.fixture
def pair(newsroom):
    """An article and its translation, both published."""
    page = make_news("Мостът", parent=newsroom, slug="mostat")
    return page, translate(page, title="The Bridge", slug="the-bridge")


def one(desk, verb, page, **data):
    return desk.post(reverse(f"wagtailadmin_pages:{verb}", args=[page.pk]), data)


def many(desk, verb, *pages, **data):
    query = "&".join(f"id={page.pk}" for page in pages)
    return desk.post(f"/admin/bulk/wagtailcore/page/{verb}/?{query}", data)


def fresh(page):
    return page.specific_class.objects.get(pk=page.pk)


def english(page) -> NewsroomPage:
    return NewsroomPage.objects.get(translation_key=page.translation_key, locale__language_code="en")


def read(client, address) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return answer.content.decode()


def toggles(html) -> list[str]:
    """Where the language toggle leads."""
    return re.findall(r'hreflang="(?:bg|en)"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*hreflang="(?:bg|en)"', html)


def assert_whole(client, page, words):
    """A text stands at its address with its words, and every way from it to the other language leads somewhere."""
    page = fresh(page)
    assert page.live
    html = read(client, page.url)
    assert words in html
    for pair in toggles(html):
        read(client, next(filter(None, pair)))
    for code in ("bg", "en"):
        read(client, page.address_in(code))


WAYS = [one, many]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("verb", ["delete", "unpublish"])
def test_the_original_goes_and_the_translation_stays(desk, pair, way, verb):
    page, twin = pair
    way(desk, verb, page)
    assert not fresh(page).live
    assert_whole(desk, twin, "The Bridge")
    assert "The Bridge" in read(desk, "/en/news/")
    assert desk.get(page.url).status_code == 404


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("verb", ["delete", "unpublish"])
def test_the_translation_goes_and_its_readers_get_the_original(desk, pair, way, verb):
    page, twin = pair
    way(desk, verb, twin)
    assert not fresh(twin).live and not fresh(page).has_translation
    assert_whole(desk, page, "Мостът")
    assert "Мостът" in read(desk, "/en/news/mig-tundzha/mostat/")
    assert "Мостът" in read(desk, "/en/news/")


def test_both_are_deleted_together_and_come_back_as_a_pair(desk, pair):
    page, twin = pair
    many(desk, "delete", page, twin)
    for text in (twin, page):
        desk.post(reverse("bin:restore", args=[text.pk]))
    assert_whole(desk, page, "Мостът")
    assert_whole(desk, twin, "The Bridge")
    assert fresh(page).has_translation and fresh(page).address_in("en") == twin.url


@pytest.mark.parametrize("way", ["one", "many"])
@pytest.mark.parametrize("which", [0, 1])
def test_a_text_is_moved_to_another_newsroom(desk, pair, other, way, which):
    moved, stays = pair[which], pair[1 - which]
    place = other if which == 0 else english(other)
    old = moved.url
    if way == "one":
        desk.post(reverse("wagtailadmin_pages:move_confirm", args=[moved.pk, place.pk]))
    else:
        many(desk, "move", moved, chooser=place.pk)
    moved = fresh(moved)
    assert moved.get_parent().pk == place.pk
    assert moved.newsroom == other, "lists of the newsroom follow"
    assert moved.organization == other.organization, "and the name beside it"
    assert_whole(desk, moved, moved.title)
    assert_whole(desk, stays, stays.title)
    assert fresh(stays).newsroom != other
    assert moved.title in read(desk, old), "the old address still leads there"
    assert moved.title in read(desk, place.specific.url)


@pytest.mark.parametrize("verb", ["move", "copy"])
def test_a_text_never_lands_in_the_tree_of_the_other_language(client, pair, other, verb):
    page, twin = pair
    client.force_login(make_admin())
    for text, place in ((page, english(other)), (twin, other)):
        if verb == "move":
            client.post(reverse("wagtailadmin_pages:move_confirm", args=[text.pk, place.pk]))
            many(client, "move", text, chooser=place.pk)
        else:
            one(client, "copy", text, new_title="Копие", new_slug="kopie", new_parent_page=place.pk)
        assert not NewsPage.objects.child_of(place).exists()
        assert_whole(client, text, text.title)


@pytest.mark.parametrize("which", [0, 1])
def test_a_copy_is_a_text_of_its_own(desk, pair, which):
    text = pair[which]
    place = text.get_parent()
    one(desk, "copy", text, new_title="Kopie", new_slug="kopie", new_parent_page=place.pk, publish_copies="on")
    copy = NewsPage.objects.get(slug="kopie")
    assert copy.translation_key != text.translation_key and not copy.alias_of
    assert not copy.has_translation
    assert_whole(desk, copy, "Kopie")
    one(desk, "delete", copy)
    for page in pair:
        assert_whole(desk, page, page.title)
    assert fresh(pair[0]).has_translation


def test_no_copy_is_an_alias_that_would_pull_its_source_down(desk, pair):
    page = pair[0]
    form = desk.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).context["form"]
    assert "alias" not in form.fields


@pytest.mark.parametrize("which", [0, 1])
def test_a_text_gets_another_address(desk, pair, which, django_capture_on_commit_callbacks):
    text, stays = pair[which], pair[1 - which]
    old = text.url
    page = fresh(text)
    page.slug = "nov-adres"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert fresh(text).url.endswith("/nov-adres/")
    assert_whole(desk, text, text.title)
    assert_whole(desk, stays, stays.title)
    assert text.title in read(desk, old)
    assert fresh(stays).address_in(fresh(text).language) == fresh(text).url


@pytest.mark.parametrize("which", [0, 1])
def test_a_text_is_deleted_for_good(desk, client, pair, which):
    gone, stays = pair[which], pair[1 - which]
    one(desk, "delete", gone)
    client.force_login(make_admin())
    client.post(reverse("bin:empty", args=[gone.pk]))
    assert not BasePage.objects.filter(pk=gone.pk).exists()
    assert_whole(client, stays, stays.title)
    stays.save_revision().publish()
    assert_whole(client, stays, stays.title)


def test_a_newsroom_goes_and_its_english_half_stays(desk, pair, newsroom):
    page, twin = pair
    one(desk, "delete", newsroom)
    assert not fresh(page).live
    assert_whole(desk, twin, "The Bridge")
    assert_whole(desk, english(newsroom), "The Bridge")
    desk.post(reverse("bin:restore", args=[newsroom.pk]))
    assert_whole(desk, page, "Мостът")
    assert fresh(page).address_in("en") == twin.url


def test_a_rubric_goes_and_its_english_half_stays(desk, newsroom):
    rubric = make_rubric("Пътища", "patishta")
    topic = translate(rubric, title="Roads", slug="roads")
    page = make_news("Мостът", parent=newsroom, rubrics=[rubric])
    twin = translate(page, title="The Bridge", slug="the-bridge")
    one(desk, "delete", rubric)
    assert_whole(desk, topic, "The Bridge")
    assert_whole(desk, twin, "The Bridge")
    desk.post(reverse("bin:restore", args=[rubric.pk]))
    assert "Мостът" in read(desk, rubric.url)


def test_an_article_is_not_translated_where_its_section_is_not(desk, newsroom):
    """Stock Wagtail would make an alias of the section here."""
    section = english(newsroom)
    page = make_news("Мостът", parent=newsroom)
    one(desk, "delete", section)
    before = BasePage.objects.count()
    desk.post(reverse("translate_page", args=[page.pk]))
    assert BasePage.objects.count() == before
    assert not BasePage.objects.filter(alias_of__isnull=False).exists()
    assert_whole(desk, page, "Мостът")


def test_a_translation_is_begun_anew_while_the_old_one_is_in_the_bin(desk, pair):
    page, twin = pair
    one(desk, "delete", twin)
    answer = desk.post(reverse("translate_page", args=[page.pk]), follow=True)
    assert answer.status_code == 200
    assert_whole(desk, page, "Мостът")


def test_a_half_finished_translation_outlives_its_original(desk, newsroom):
    page = make_news("Мостът", parent=newsroom)
    twin = translate(page, live=False, title="The Bridge", slug="the-bridge")
    one(desk, "delete", page)
    assert desk.get(reverse("wagtailadmin_pages:edit", args=[twin.pk])).status_code == 200
    twin.get_latest_revision().publish()
    assert_whole(desk, twin, "The Bridge")
