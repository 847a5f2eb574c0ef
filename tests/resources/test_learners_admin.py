"""Trainers see who learns in their own courses, how far and with which answers; opinions come without names."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from members.enums import Role
from resources.learning.actions import enrol
from resources.models import CourseOpinion, Enrolment, LessonPage
from tests.factories.members import make_editor, make_organization, make_user
from tests.resources.learning import RIGHT, learnable, learner

pytestmark = pytest.mark.django_db
LIST = "/admin/resources/enrolment/"


@pytest.fixture
def course(homes):
    return learnable()[0]


@pytest.fixture
def trainer(client, course):
    person = make_editor(course.organization, "obuchitel@example.org", Role.TRAINER)
    client.force_login(person)
    return person


def finished(course, number: int):
    person, enrolment = learner(course, f"zavarshil{number}@example.org", f"Завършил {number}")
    Enrolment.objects.filter(pk=enrolment.pk).update(finished_at="2026-01-01T10:00:00Z")
    return person


def test_the_trainer_sees_progress_and_answers_but_no_address(client, course, trainer):
    person, enrolment = learner(course)
    lesson = LessonPage.objects.get(course=course, title="Първи урок")
    client.force_login(person)
    client.post(reverse("learning:send-answers", args=[lesson.pk]), {"v1": "1"})
    client.post(reverse("learning:mark-read", args=[lesson.pk]))
    client.force_login(trainer)
    page = client.get(LIST).content.decode()
    assert "Станислава Живкова" in page and "1 от 2" in page and person.email not in page
    whole = client.get(reverse("resources_enrolment_modeladmin_inspect", args=[enrolment.pk])).content.decode()
    assert RIGHT in whole and "Втори урок" in whole and person.email not in whole
    sheet = client.get(f"{LIST}?export=csv")
    assert "Станислава Живкова" in b"".join(sheet.streaming_content).decode("utf-8-sig")


def test_those_of_another_organisation_do_not_exist(client, course, trainer):
    other = learnable(title="Чужд курс", organization=make_organization("МИГ – Попово", "", "mig-popovo"))[0]
    _person, enrolment = learner(other, "chuzhd@example.org", "Чужд Ученик")
    page = client.get(LIST).content.decode()
    assert "Чужд" not in page
    for address in (
        reverse("resources_enrolment_modeladmin_inspect", args=[enrolment.pk]),
        reverse("course_opinions", args=[other.pk]),
        f"{reverse('course_opinions', args=[other.pk])}?xlsx",
    ):
        assert client.get(address).status_code == 404
    assert "Чужд" not in client.get(f"{LIST}?course={other.pk}").content.decode()


def test_a_course_of_the_network_is_the_offices(client, course, trainer, officer):
    type(course).objects.filter(pk=course.pk).update(organization=None)
    _person, enrolment = learner(course)
    address = reverse("resources_enrolment_modeladmin_inspect", args=[enrolment.pk])
    assert client.get(address).status_code == 404
    client.force_login(officer)
    assert "Станислава Живкова" in client.get(address).content.decode()


def test_the_list_costs_the_same_for_one_and_for_three(client, course, trainer):
    costs = []
    for number in range(3):
        enrol(course, make_user(display_name=f"Ученик {number}"))
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        costs.append(len(asked))
    assert costs[1] == costs[2], costs


def test_only_who_finished_is_asked_and_only_once(client, course):
    address = reverse("learning:opinion", args=[course.pk])
    beginner, _enrolment = learner(course)
    client.force_login(beginner)
    assert client.get(address).status_code == 404
    client.force_login(finished(course, 1))
    refused = client.post(address, {"good": "Ясно и кратко"})
    assert "Ясно и кратко" in refused.content.decode() and not CourseOpinion.objects.exists()
    for _press in range(2):
        client.post(address, {"useful": "5", "good": "Ясно и кратко"})
    assert CourseOpinion.objects.count() == 1
    assert "Ясно и кратко" not in client.get(address).content.decode()


def test_opinions_are_shown_from_the_third_on_without_names(client, course, trainer):
    address = reverse("course_opinions", args=[course.pk])
    for number in range(3):
        client.force_login(finished(course, number))
        client.post(reverse("learning:opinion", args=[course.pk]), {"useful": "4", "good": f"=Мнение {number}"})
        client.force_login(trainer)
        page = client.get(address).content.decode()
        assert ("Мнение" in page) == (number == 2) and "Завършил" not in page
        assert client.get(f"{address}?xlsx").status_code == (200 if number == 2 else 404)
    _headings, *rows = load_workbook(BytesIO(client.get(f"{address}?xlsx").content)).active.iter_rows()
    assert len(rows) == 3 and all(row[1].data_type == "s" and row[1].value.startswith("=Мнение") for row in rows)
    assert len(rows[0]) == 3, "no name, no moment"


def test_one_sees_ones_own_courses_in_the_profile(client, course):
    person, _enrolment = learner(course)
    client.force_login(person)
    assert course.title in client.get(reverse("learning:mine")).content.decode()
    client.force_login(make_user())
    assert course.title not in client.get(reverse("learning:mine")).content.decode()
