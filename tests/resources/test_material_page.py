"""What readers find on the pages of materials, courses and lessons."""

import pytest

from tests.factories.news import translate
from tests.factories.resources import make_course, make_file, make_lesson, make_material

pytestmark = pytest.mark.django_db


def test_a_material_says_what_it_is_and_shows_its_pages(client, homes):
    material = make_material("Наръчник за срещи", description_bg="От поканата до протокола.", is_accessible=True)
    assert material.current.preview_count == 2
    answer = client.get(f"/obuchenia/biblioteka/{material.slug}/?str=2")
    text = answer.content.decode()
    assert "От поканата до протокола." in text
    assert f"/fayl/{material.slug}/1/2.webp" in text
    assert "Text" in text
    picture = client.get(f"/fayl/{material.slug}/1/2.webp")
    assert picture.headers["Content-Type"] == "image/webp" and b"".join(picture.streaming_content)[:4] == b"RIFF"


def test_the_section_shows_courses_and_materials(client, homes):
    course = make_course()
    make_lesson(course, minutes=40)
    make_material("Наръчник за срещи")
    for address in ("/obuchenia/", "/en/training/"):
        text = client.get(address).content.decode()
        assert "Ясна обява" in text and "Наръчник за срещи" in text


def test_a_course_lists_its_lessons_by_modules_and_leads_from_one_to_the_next(client, homes):
    course = make_course()
    material = make_material("Списък за проверка")
    first = make_lesson(course, "Първи урок", module="За кого пишем", minutes=12)
    second = make_lesson(course, "Втори урок", [material], module="Редът", minutes=15)
    text = client.get(course.url).content.decode()
    assert text.index("За кого пишем") < text.index("Първи урок") < text.index("Редът") < text.index("Втори урок")
    assert "Списък за проверка" in text
    text = client.get(second.url).content.decode()
    assert "Списък за проверка" in text and f'href="{first.url}" rel="prev"' in text


def test_a_course_in_english_keeps_the_lessons_that_are_not_translated(client, homes):
    course = make_course()
    first = make_lesson(course, "Първи урок")
    make_lesson(course, "Втори урок")
    english = translate(course, title="A clear notice", slug="clear-notice")
    translate(first, title="First lesson", slug="first-lesson")
    text = client.get(english.url).content.decode()
    assert "First lesson" in text and "Първи урок" not in text and "Втори урок" in text


def test_a_recording_has_a_player_with_subtitles(client, homes):
    from resources.models import Subtitles
    from tests.resources.recordings import wav

    material = make_material("Запис", file=make_file("zapis.wav", wav(2)), transcript_bg="Добър ден.")
    Subtitles.objects.create(material=material, language="bg", text="WEBVTT\n\n00:00.000 --> 00:01.000\nДобър ден\n")
    text = client.get(f"/obuchenia/biblioteka/{material.slug}/").content.decode()
    assert "<audio" in text and "Добър ден." in text
    assert material.current.seconds == 2
    track = client.get(f"/fayl/{material.slug}/subtitri/bg.vtt")
    assert track.headers["Content-Type"].startswith("text/vtt") and "Добър ден" in track.content.decode()
