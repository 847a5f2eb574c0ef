"""Questions explain themselves at once, to everybody: without an account, without a cookie, without JavaScript."""

import pytest

from resources.models import LessonAnswer
from tests.factories.resources import make_course, make_lesson
from tests.resources.learning import RIGHT, WRONG, learnable, learner, question, questions

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(homes):
    return learnable()[1]


def test_nothing_is_given_away_before_one_answers(client, lesson):
    answer = client.get(lesson.url)
    page = answer.content.decode()
    assert RIGHT in page and "Вижда се промяната" not in page
    assert not answer.cookies and "csrfmiddlewaretoken" not in page and "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize(("chosen", "css"), [("0", "wrong"), ("1", "right")])
def test_the_explanation_comes_with_the_answer(client, lesson, chosen, css):
    answer = client.get(lesson.url, {"v1": chosen, "asked": "1"})
    page = answer.content.decode()
    assert f'<label class="choice {css}" for="v1-{chosen}">' in page
    assert "Вижда се промяната" in page, "what is right is shown in either case"
    assert ("няма да разбере" in page) == (chosen == "0")
    assert not answer.cookies and not LessonAnswer.objects.exists()


@pytest.mark.parametrize("sent", ["99", "-1", "x", "²", "1" * 50, ""])
def test_what_nobody_could_choose_counts_as_no_answer(client, lesson, sent):
    answer = client.get(lesson.url, {"v1": sent})
    assert answer.status_code == 200 and "Вижда се промяната" not in answer.content.decode()


def test_who_is_enrolled_finds_the_answer_again_and_may_try_once_more(client, lesson):
    person, _enrolment = learner(lesson.course)
    client.force_login(person)
    address = f"/uchene/urok/{lesson.pk}/otgovori/"
    sent = client.post(address, {"v1": "0", "asked": "1"})
    assert sent.url == f"{lesson.url}#v1"
    page = client.get(lesson.url).content.decode()
    assert "няма да разбере" in page and WRONG in page
    client.post(address, {"v1": "1", "asked": "1"})
    [kept] = LessonAnswer.objects.all()
    assert kept.is_right and kept.chosen == [1]


def test_of_several_right_answers_all_are_needed(client, homes):
    lesson = make_lesson(make_course(), questions=questions(question(right=(1, 2))))
    person, _enrolment = learner(lesson.course)
    client.force_login(person)
    assert 'type="checkbox" name="v1"' in client.get(lesson.url).content.decode()
    for chosen, is_right in ((["1"], False), (["1", "2"], True), (["0", "1", "2"], False)):
        client.post(f"/uchene/urok/{lesson.pk}/otgovori/", {"v1": chosen})
        assert LessonAnswer.objects.get().is_right == is_right


def test_nobody_answers_in_a_course_she_is_not_enrolled_in(client, lesson):
    person, _enrolment = learner(make_course("Друг курс"))
    client.force_login(person)
    assert client.post(f"/uchene/urok/{lesson.pk}/otgovori/", {"v1": "1"}).status_code == 404
    assert not LessonAnswer.objects.exists()
