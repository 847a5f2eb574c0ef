"""Trainers make courses: begun once, theirs alone, published as their organisation may."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from members.affiliations import change_role, leave
from members.enums import Role
from members.models import Organization
from resources.models import CoursePage, LessonPage
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.news import translate
from tests.factories.resources import make_course, make_lesson, make_material

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer(newsroom):
    return make_editor(newsroom.organization, "obuchitel@example.org", Role.TRAINER)


@pytest.fixture
def course(trainer):
    return make_course("Курс", trainer.affiliations.get().organization, live=False)


def may(user, page) -> tuple:
    rights = page.permissions_for_user(type(user).objects.get(pk=user.pk))  # rights are remembered on the object
    return rights.can_edit(), rights.can_publish(), rights.can_add_subpage(), rights.can_reorder_children()


def test_two_presses_begin_one_course_and_open_it(client, trainer):
    client.force_login(trainer)
    data = {"title": "Нов курс", "organization": trainer.affiliations.get().organization_id, "key": uuid4()}
    answers = [client.post(reverse("begin_course"), data) for _time in range(2)]
    course = CoursePage.objects.get()
    assert {answer.headers["Location"] for answer in answers} == {reverse("wagtailadmin_pages:edit", args=[course.pk])}
    assert client.get(answers[0].headers["Location"]).status_code == 200
    assert not course.live and "Нов курс" in client.get(reverse("training_desk")).content.decode()


def test_nobody_begins_a_course_for_another_organisation(client, trainer):
    other = make_organization("МИГ – Попово", "", "mig-popovo")
    Organization.objects.update(live=True)
    client.force_login(trainer)
    client.post(reverse("begin_course"), {"title": "Чужд", "organization": other.pk, "key": uuid4()})
    assert not CoursePage.objects.exists()
    client.force_login(make_user())
    assert client.get(reverse("training_desk")).status_code in (302, 403)


def test_trainers_write_and_publish_where_their_organisation_does(trainer, course):
    stranger = make_editor(make_organization("МИГ – Попово", "", "mig-popovo"), "popovo@example.org")
    assert may(trainer, course) == (True, False, True, True)
    assert may(stranger, course) == (False, False, False, False)
    organization = course.organization
    organization.may_publish = True
    organization.save()
    assert may(trainer, course)[1]
    english = translate(course, title="Course", slug="course", live=False)
    assert may(trainer, english)[0]


def test_rights_end_with_the_role(trainer, course):
    place = trainer.affiliations.get()
    change_role(place, Role.MEMBER)
    assert may(trainer, course)[0] is False
    change_role(place, Role.EDITOR)
    assert may(trainer, course)[0]
    leave(place)
    assert may(trainer, course)[0] is False


def test_a_trainer_keeps_no_news_and_no_profile(client, trainer, newsroom):
    assert not newsroom.permissions_for_user(trainer).can_add_subpage()
    client.force_login(trainer)
    edit = reverse("wagtailsnippets_members_organization:edit", args=[newsroom.organization_id])
    assert client.get(edit).status_code in (302, 403, 404)


def test_lessons_go_with_their_course(trainer, course):
    course.audience = "members"
    course.save_revision().publish()
    lesson = make_lesson(course, "Урок", [make_material()])
    assert (lesson.course_id, lesson.audience) == (course.pk, "members")
    course = CoursePage.objects.get()
    course.audience = "public"
    course.save_revision().publish()
    assert LessonPage.objects.get().audience == "public"
    other = make_course("Друг", course.organization, audience="members")
    LessonPage.objects.get().move(other, pos="last-child")
    moved = LessonPage.objects.get()
    assert (moved.course_id, moved.audience) == (other.pk, "members")
    CoursePage.objects.get(pk=other.pk).unpublish()
    assert not LessonPage.objects.get().live


def test_no_course_takes_the_place_of_the_library(course):
    course.slug = "biblioteka"
    with pytest.raises(ValidationError):
        course.full_clean()
