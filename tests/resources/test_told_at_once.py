"""What a learner does is told on the page where it was done, and what trainers read is what learners read."""

import pytest
from django.urls import reverse

from members.enums import Role
from resources.learning.actions import mark_read
from resources.models import CoursePage, Enrolment, LessonPage
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.resources import make_course, make_lesson
from tests.resources.learning import learnable, learner, question, questions

pytestmark = pytest.mark.django_db


def test_what_was_done_is_said_there_and_then(client, homes):
    course = make_course()
    lesson = make_lesson(course, task_steps="Първо\nВторо")
    client.force_login(make_user(display_name="Станислава Живкова"))
    page = client.post(reverse("learning:enrol", args=[course.pk]), follow=True)
    assert page.redirect_chain[-1][0].endswith("#learn") and "Записани сте." in page.content.decode()
    page = client.post(reverse("learning:send-steps", args=[lesson.pk]), {"step": "0"}, follow=True).content.decode()
    assert page.index("Записано.") < page.index('id="learn"'), "beside the steps"
    page = client.post(reverse("learning:mark-read", args=[lesson.pk]), follow=True)
    assert page.redirect_chain[-1][0].endswith("#learn") and "Завършихте курса." in page.content.decode()
    mine = client.get(reverse("learning:mine")).content.decode()
    assert "Завършихте курса." not in mine and "Записани сте." not in mine
    page = client.get(reverse("learning:opinion", args=[course.pk])).content.decode()
    assert f'href="{course.url}#learn"' in page, "the way back"


@pytest.mark.database
def test_a_changed_course_is_reckoned_anew_for_lists(homes, django_capture_on_commit_callbacks):
    course, first, second = learnable()
    _person, enrolment = learner(course)
    _other, finished = learner(course, "zavarshil@example.org", "Завършил")
    mark_read(enrolment, second)
    Enrolment.objects.filter(pk=finished.pk).update(finished_at="2026-01-01T10:00:00Z", done=2, total=2)

    def standing_after(change) -> tuple:
        with django_capture_on_commit_callbacks(execute=True):
            change()
        enrolment.refresh_from_db()
        return enrolment.done, enrolment.total

    second.questions = questions(question("Нов въпрос?", "q-9"))
    assert standing_after(lambda: second.save_revision().publish()) == (0, 2)
    second.questions = "[]"
    assert standing_after(lambda: second.save_revision().publish()) == (1, 2)
    assert standing_after(first.unpublish) == (1, 1)
    other = make_course("Друг курс")
    assert standing_after(lambda: LessonPage.objects.get(pk=second.pk).move(other, pos="last-child")) == (0, 0)
    assert standing_after(lambda: make_lesson(CoursePage.objects.get(pk=course.pk), "Трети")) == (0, 1)
    assert standing_after(LessonPage.objects.get(title="Трети").delete) == (0, 0)
    finished.refresh_from_db()
    assert (finished.done, finished.total) == (2, 2), "who has finished stays finished"


def test_a_trainer_is_told_to_begin_with_what_she_may_do(client, newsroom):
    client.force_login(make_editor(newsroom.organization, "obuchitel@example.org", Role.TRAINER))
    steps = {step.url for step in client.get(reverse("wagtailadmin_home")).context["steps"]}
    assert reverse("training_desk") in steps and reverse("write_news") not in steps
    assert reverse("my_organization") not in steps
    for address in steps:
        assert client.get(address).status_code == 200, address
    client.force_login(make_editor(newsroom.organization, "redaktor2@example.org"))
    steps = {step.url for step in client.get(reverse("wagtailadmin_home")).context["steps"]}
    assert {reverse("training_desk"), reverse("write_news"), reverse("my_organization")} <= steps


def test_the_desk_of_the_office_has_the_courses_of_the_network(client, homes, officer):
    own = make_course("Курс на мрежата", organization=None)
    CoursePage.objects.filter(pk=own.pk).update(organization=None)
    client.force_login(officer)
    page = client.get(reverse("training_desk")).content.decode()
    assert "Курс на мрежата" in page
    client.force_login(make_editor(make_organization(), "obuchitel@example.org", Role.TRAINER))
    assert "Курс на мрежата" not in client.get(reverse("training_desk")).content.decode()


def test_lessons_stand_in_their_order_in_the_admin(client, homes, officer):
    course = make_course()
    lessons = [make_lesson(course, title) for title in ("Първи", "Втори", "Трети")]
    lessons[0].save_revision(user=officer).publish()
    client.force_login(officer)
    listed = client.get(reverse("wagtailadmin_explore", args=[course.pk])).context["pages"]
    assert [page.pk for page in listed] == [lesson.pk for lesson in lessons]
