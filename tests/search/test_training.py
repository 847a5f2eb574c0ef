"""Courses, lessons, good practices and tours are found as soon as readers may read them, and no longer."""

import pytest

from members.models import Organization
from resources.models import CoursePage, PracticeFigure, PracticePartner
from search.models import Entry
from search.rebuilding import rebuild
from tests.factories.members import make_user
from tests.factories.owned import make_practice
from tests.factories.resources import make_course, make_lesson
from tests.factories.tours import make_tour

pytestmark = pytest.mark.django_db


def audiences(kind):
    return list(Entry.objects.filter(kind=kind).values_list("audience", flat=True))


def test_courses_and_lessons_by_the_words_of_their_blocks(look):
    course = make_course("Ясна обява", for_whom="за секретари", body=[("text", "<p>Как се пише покана.</p>")])
    text = [("text", "<p>Датата е най-отгоре.</p>")]
    answers = [{"text": "Да", "is_right": True, "explanation": "Заради тополите."}, {"text": "Не", "is_right": False}]
    make_lesson(
        course, "Първи урок", module="Начало", task="<p>Опишете воденицата.</p>", task_steps="Снимайте язовира",
        body=text, questions=[("question", {"question": "Ами брястът?", "answers": answers})],
    )  # fmt: skip
    assert look("поканата") == look("секретар") == ["Ясна обява"]
    for query in ("датите отгоре", "воденица", "язовирът", "бряст", "топола"):
        assert look(query) == ["Първи урок"], query
    hits = look.answer("първи урок").context["hits"]
    assert (hits[0].kind, hits[0].note) == ("lesson", "Ясна обява")
    for hit in look.answer("ясна обява").context["hits"]:
        assert hit.kind in ("course", "lesson")
        assert look.answer("x").client.get(hit.url).status_code == 200


@pytest.mark.parametrize("how", ["members", "unpublish"])
def test_lessons_follow_their_course_before_anything_is_committed(client, homes, how):
    course = make_course("Ясна обява")
    make_lesson(course, "Зебрата")
    rebuild()
    assert audiences("lesson") == audiences("course") == ["public"]
    course = CoursePage.objects.get(pk=course.pk)
    if how == "members":
        course.audience = "members"
        course.save_revision().publish()
    else:
        course.unpublish()
    expected = [{"members": "members", "unpublish": "editors"}[how]]
    assert audiences("lesson") == audiences("course") == expected
    rebuild()
    assert audiences("lesson") == audiences("course") == expected
    for door in ("?q=зебра", "rss/?q=зебра", "podskazki/?q=зеб", "?q=зепра"):
        assert "Зебрата" not in client.get(f"/tarsene/{door}").content.decode()
    client.force_login(make_user())
    assert len(client.get("/tarsene/?q=зебра").context["hits"]) == (how == "members")


def test_good_practices_with_figures_and_partners_until_their_organisation_is_hidden(look, newsroom):
    practice = make_practice(newsroom.organization, "Чиста река", title_en="A clean river", cost_note_bg="ръкавици")
    practice.partners.add(PracticePartner(name_bg="Фирма „Превоз“", sector="business"))
    practice.figures.add(PracticeFigure(number="114", what_bg="чувала", what_en="sacks"))
    practice.save_revision().publish()
    make_practice(newsroom.organization, "Чиста чернова", live=False)
    for query in ("чисти реки", "114 чувала", "превоз", "чистихме"):
        assert look(query) == ["Чиста река"], query
    assert look("sacks", "/en") == ["A clean river"]
    (hit,) = look.answer("чиста").context["hits"]
    assert look.answer("x").client.get(hit.url).status_code == 200
    organization = Organization.objects.get(pk=newsroom.organization.pk)
    organization.live = False
    organization.save()
    assert set(audiences("practice")) == {"editors"}
    assert look("чиста река", exact=1) == []


def test_tours_that_the_office_has_made_public(look):
    tour = make_tour("Форум на колела", summary_bg="По селата край Тунджа", title_en="Forum on wheels")
    make_tour("Форум таен", is_public=False)
    assert look("форума") == look("крайтунджански форум", exact="") == ["Форум на колела"]
    (hit,) = look.answer("wheels", "/en").context["hits"]
    assert look.answer("x").client.get(hit.url).status_code == 200
    tour.is_public = False
    tour.save()
    assert set(audiences("tour")) == {"editors"}
    assert look("форум") == []
