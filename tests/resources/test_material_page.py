"""What readers find on the pages of materials, courses and lessons."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members.admission import admit
from resources.models import MaterialVersion
from resources.reading import pdf as pdf_reading
from tests.core.files import office, pdf
from tests.cost import cost_of
from tests.factories.members import make_organization, make_user
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


def pages_of(client, material, query: str = "") -> str:
    return client.get(f"/obuchenia/biblioteka/{material.slug}/{query}").content.decode()


def test_a_thick_book_is_read_to_its_end(client, homes, monkeypatch):
    """Its first pages as pictures, the others as text; each page says so, and any can be opened."""
    monkeypatch.setattr(pdf_reading, "MOST_PICTURES", 2)
    material = make_material(file=make_file("kniga.pdf", pdf(12, "Stranitsa")))
    first, second, third, last = (pages_of(client, material, f"?str={number}") for number in (1, 2, 3, 12))
    for page in (first, second, third, last):
        assert "Първите 2 страници се виждат като картинки." in page and 'name="str"' in page
    assert "Страница 1 от 12" in first and "?str=3#dok" in second
    assert "Stranitsa" in third and "/3.webp" not in third and "?str=4#dok" in third
    assert "?str=13" not in last and "Страница 12 от 12" in pages_of(client, material, "?str=99")


def test_sheets_drawn_on_several_pages_are_counted_as_drawn(client, homes):
    material = make_material(file=make_file("byudzhet.xlsx", office("xlsx")))
    drawn = {"page_count": 1, "preview_count": 2, "preview_width": 10, "preview_height": 10, "text": "Разход"}
    MaterialVersion.objects.filter(material=material).update(is_rendered=True, **drawn)
    page = pages_of(client, material, "?str=2")
    assert "Страница 2 от 2" in page and "Разход" in page


def test_a_scan_is_no_longer_than_its_pictures(client, homes, monkeypatch):
    monkeypatch.setattr(pdf_reading, "MOST_PICTURES", 2)
    page = pages_of(client, make_material(file=make_file("skan.pdf", pdf(3))), "?str=3")
    assert "Страница 2 от 2" in page and "Първите 2 страници" in page


def test_every_course_is_found_however_many_there_are(client, homes):
    courses = [make_course(f"Курс № {number:02}") for number in range(14)]
    assert "/obuchenia/kursove/" in client.get("/obuchenia/").content.decode()
    pages = [client.get("/obuchenia/kursove/")]
    pages.append(client.get("/obuchenia/kursove/" + pages[0].context["older"]))
    seen = [course for page in pages for course in page.context["courses"]]
    assert seen == courses[::-1] and not pages[1].context["older"]
    back = client.get("/obuchenia/kursove/" + pages[1].context["newer"])
    assert back.context["courses"] == pages[0].context["courses"]
    assert client.get("/obuchenia/kursove/?before=x").status_code == 404
    assert len(cost_of(client, "/en/training/kursove/").queries) <= 10


def test_a_module_is_told_in_its_own_language(client, homes):
    course = make_course()
    lesson = make_lesson(course, "Първи урок", module="За кого пишем")
    make_lesson(course, "Втори урок", module="Редът")
    english = translate(course, title="A clear notice", slug="clear-notice")
    assert '<strong class="name" lang="bg">' in client.get(english.url).content.decode()
    there = client.get(f"{english.url}{lesson.slug}/").content.decode()
    assert '<span lang="bg">За кого пишем</span>' in there


def test_author_and_trainer_lead_to_their_profiles(client, homes):
    material = make_material(course=make_course(organization=admit(make_organization())))
    for address in (material.course.url, f"/obuchenia/biblioteka/{material.slug}/"):
        assert 'href="/organizatsii/mig-tundzha/"' in client.get(address).content.decode()


def test_what_members_have_first_says_so_in_the_list(client, homes):
    make_material("По-късно за всички", public_from=timezone.now() + timedelta(days=2))
    client.force_login(make_user("chlen@example.org"))
    assert '<span class="tag outline">за членове</span>' in client.get("/obuchenia/biblioteka/").content.decode()
