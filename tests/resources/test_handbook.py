"""The course that ships: true to the screens, in both languages, renewed, never over an editor's change."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from core import deeds
from resources.handbook import laying, reading
from resources.handbook.helping import address_of, lesson_for
from resources.handbook.laying import lay_handbook
from resources.handbook.reading import named_in, sources, told
from resources.handbook.screens import sizes
from resources.models import CoursePage, LessonPage, ShippedPage

TEXTS = sources()
LESSONS = {name: data for name, data in TEXTS.items() if name != "course"}
HEAVIEST = 40_000


def pairs(part) -> list[list[str]]:
    """Every text in both languages, however deep it stands."""
    if isinstance(part, dict):
        return [pair for key, value in part.items() if key not in NOT_TEXTS for pair in pairs(value)]
    if isinstance(part, list) and part and all(isinstance(each, str) for each in part):
        return [part[place : place + 2] for place in range(0, len(part), 2)] if len(part) != 4 else [
            [part[0], part[1]], [part[2], part[3]]
        ]  # fmt: skip
    return [pair for each in part for pair in pairs(each)] if isinstance(part, list) else []


NOT_TEXTS = {"key", "slug", "deed", "opens", "screens", "picture", "minutes", "right"}


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_of_a_screen_is_one_the_portal_shows(name):
    named = {word for pair in pairs(TEXTS[name]) for text in pair for word in named_in(text)}
    with translation.override("bg"):
        strange = [word for word in named if gettext(word) == word]
    assert not strange, "not in the catalogue, or not translated"


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_name_the_same_words_and_neither_is_forgotten(name):
    for bulgarian, english in pairs(TEXTS[name]):
        assert sorted(named_in(bulgarian)) == sorted(named_in(english)), bulgarian
        plain = re.sub(r"\{[^}]*\}", "", english)
        assert not re.search("[а-яА-Я]", plain), english


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_whole(name):
    lesson = LESSONS[name]
    assert lesson["deed"] in dict(deeds.choices()) and lesson["minutes"] and lesson["task"]
    assert 2 <= len(lesson["question"]) <= 4
    for asked in lesson["question"]:
        assert sum(answer.get("right", False) for answer in asked["answers"]) == 1
        assert all(answer["why"][0] and answer["why"][1] for answer in asked["answers"])
    shown = [part for part in lesson["body"] if "picture" in part]
    assert shown, "at least one screen"
    for part in shown:
        assert all(len(alt) > 20 for alt in part["alt"])
        for code in ("bg", "en"):
            file = Path(settings.ROOT, "static", "handbook", code, f"{part['picture']}.webp")
            assert f"{code}/{part['picture']}" in sizes() and file.stat().st_size <= HEAVIEST


def test_ten_lessons():
    assert len(LESSONS) == 10


@pytest.fixture(scope="module")
def course_laid(lay):
    return lay(make_course)


@pytest.fixture
def course(course_laid, homes):
    return course_laid()


def make_course():
    lay_handbook()
    return CoursePage.objects.get(slug="rabota-s-portala")


@pytest.mark.django_db
def test_it_is_read_without_an_account_in_both_languages(client, course):
    assert lay_handbook() == 0, "nothing is written twice"
    for code, section in (("bg", "obuchenia"), ("en", "en/training")):
        course = next(one for one in told(code) if one.name == "course")
        page = client.get(f"/{section}/{course.words('slug')}/").content.decode()
        lessons = [one for one in told(code) if one.name != "course"]
        places = [page.index(one.words("title")) for one in lessons]
        assert places == sorted(places)
        lesson = client.get(address_of("news", code))
        text = lesson.content.decode()
        with translation.override(code):
            assert f"<b>{gettext('Save draft')}</b>" in text and f"handbook/{code}/news-editor" in text
        assert not lesson.cookies
        assert CoursePage.objects.get(slug=course.words("slug")).taught_in == code


@pytest.mark.django_db
def test_a_changed_text_is_taken_over_but_no_editors_change_is_lost(course, monkeypatch):
    changed = {name: data | {"summary": ["Друго резюме", "Another summary"]} for name, data in TEXTS.items()}
    edited = LessonPage.objects.get(slug="snimki-i-saglasia")
    edited.title = "Снимки у нас"
    edited.save_revision().publish()
    gone = LessonPage.objects.get(slug="rubriki")
    gone.unpublish()
    erased = LessonPage.objects.get(slug="lichni-danni")
    erased.delete()
    monkeypatch.setattr(reading, "sources", lambda: changed)
    assert lay_handbook() == 2 * 11 - 3
    assert LessonPage.objects.get(slug="novina").summary == "Друго резюме"
    edited.refresh_from_db()
    gone.refresh_from_db()
    assert edited.title == "Снимки у нас" and edited.summary != "Друго резюме" and not gone.live
    assert not LessonPage.objects.filter(slug="lichni-danni").exists()
    assert lay_handbook() == 0


@pytest.mark.django_db
def test_a_draft_of_an_editor_stops_it_too(course, monkeypatch):
    page = LessonPage.objects.get(slug="novina")
    page.title = "Недовършено"
    page.save_revision()
    changed = {name: data | {"summary": ["Друго", "Other"]} for name, data in TEXTS.items()}
    monkeypatch.setattr(reading, "sources", lambda: changed)
    lay_handbook()
    page.refresh_from_db()
    assert page.summary != "Друго" and page.get_latest_revision_as_object().title == "Недовършено"


@pytest.mark.django_db
def test_a_new_lesson_stands_where_it_belongs(homes, monkeypatch):
    without = {name: data for name, data in TEXTS.items() if name != "rubrics"}
    monkeypatch.setattr(reading, "sources", lambda: without)
    lay_handbook()
    monkeypatch.undo()
    lay_handbook()
    course = CoursePage.objects.get(slug="rabota-s-portala")
    slugs = [page.slug for page in course.get_children()]
    assert slugs == [data["slug"][0] for data in LESSONS.values()]


@pytest.mark.parametrize(
    ("view", "arguments", "name"),
    [
        ("wagtailadmin_pages:edit", {}, "news"),
        ("several_pictures:upload", {}, "pictures"),
        ("wagtailsnippets_events_event:edit", {}, "event"),
        ("wagtailsnippets_events_event:inspect", {}, "day"),
        ("wagtailsnippets_resources_material:list", {}, "materials"),
        ("translate_page", {}, "translate"),
        ("my_organization", {}, "organisation"),
        (
            "wagtailadmin_pages:add",
            {"content_type_app_name": "news", "content_type_model_name": "rubricpage"},
            "rubrics",
        ),
        ("wagtailredirects:index", {}, "course"),
    ],
)
def test_each_screen_has_its_lesson(view, arguments, name):
    assert lesson_for(view, arguments) == name


@pytest.mark.django_db
def test_help_stands_in_the_header_of_the_screens_that_a_lesson_is_about(client, course, officer):
    """In each kind of header; where no lesson is about the screen, and in windows to choose from, only in the menu."""
    client.force_login(officer)
    for address, lesson in (
        (reverse("several_pictures:upload"), "pictures"),
        (reverse("training_desk"), "materials"),
        (reverse("wagtailsnippets_events_event:list"), "event"),
        (reverse("resources_enrolment_modeladmin_index"), "materials"),
        (reverse("wagtailadmin_pages:edit", args=[course.get_first_child().pk]), "materials"),
        (reverse("wagtailadmin_explore", args=[course.pk]), "materials"),
        (reverse("members_application_modeladmin_index"), "privacy"),
    ):
        [header] = re.findall(r'<a class="portal-help" href="([^"]+)"', client.get(address).content.decode())
        assert header == address_of(lesson, "bg"), address
    for address in (reverse("bin:empty", args=[course.pk]), reverse("wagtailimages_chooser:choose")):
        assert "portal-help" not in client.get(address).content.decode()


@pytest.mark.django_db
def test_the_menu_of_the_admin_leads_to_the_lesson_about_this_screen(client, course, editor):
    client.force_login(editor)
    page = client.get(reverse("several_pictures:upload")).content.decode()
    assert address_of("pictures", "bg") in page and address_of("news", "bg") not in page
    ShippedPage.objects.all().delete()
    assert "/obuchenia/rabota-s-portala/" not in client.get(reverse("several_pictures:upload")).content.decode()


def test_pages_are_known_by_keys_that_never_change():
    assert str(laying.uuid5(laying.SPACE, "news")) == "80cc7020-66d9-56fa-b70e-8eb2fb544302"
