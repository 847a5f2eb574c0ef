"""Two at the same moment, on PostgreSQL: one enrolment, one certificate, one opinion; every version has its number."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.models import OutgoingMail
from resources import keeping
from resources.learning import actions
from resources.models import (
    CourseCertificate,
    CourseOpinion,
    Download,
    Enrolment,
    LessonAnswer,
    Material,
)
from tests.factories.members import make_user
from tests.factories.resources import make_file, make_material
from tests.members.team.test_races import at_once, browser
from tests.resources.learning import learnable

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]
TIMES = 6


def bring(deed):
    """The file of one of them may be known already."""
    try:
        return deed()
    except ValidationError as error:
        return error.code


def test_a_learner_presses_everything_in_several_windows(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    course, first, second = learnable()
    person = make_user("uchenik@example.org", display_name="Станислава Живкова")
    windows = [browser(person) for _number in range(TIMES)]

    def everywhere(address, **data):
        at_once(*[lambda window=window: window.post(address, data) for window in windows])

    everywhere(reverse("learning:enrol", args=[course.pk]))
    everywhere(reverse("learning:send-answers", args=[first.pk]), v1="1")
    for lesson in (first, second):
        everywhere(reverse("learning:mark-read", args=[lesson.pk]))
    everywhere(reverse("learning:finish", args=[course.pk]))
    everywhere(reverse("learning:opinion", args=[course.pk]), useful="5")
    assert Enrolment.objects.get().done == 2 and LessonAnswer.objects.count() == 1
    assert CourseCertificate.objects.count() == 1 and CourseOpinion.objects.count() == 1
    assert OutgoingMail.objects.filter(key__endswith=f":certificate:{CourseCertificate.objects.get().pk}").count() == 1
    everywhere(reverse("learning:leave", args=[course.pk]))
    assert not Enrolment.objects.exists()
    # Others finish at the same moment: each certificate has a number of its own.
    lessons = (first, second)
    people = [make_user(f"u{n}@example.org", display_name=f"Ученик {n}") for n in range(TIMES)]
    enrolments = [actions.enrol(course, person) for person in people]
    for enrolment in enrolments:
        LessonAnswer.objects.create(
            enrolment=enrolment, question="q-1", lesson_key=lessons[0].translation_key, chosen=[1], is_right=True
        )
        for lesson in lessons:
            actions.mark_read(enrolment, lesson)
    at_once(*[lambda one=one: actions.finish(one) for one in enrolments])
    assert sorted(CourseCertificate.objects.values_list("running", flat=True)) == list(range(1, TIMES + 2))


def test_files_brought_at_once(homes):
    material = make_material("Образец", file=make_file("a.txt", b"edno"))

    def new(content):
        return bring(lambda: keeping.new_version(material, make_file("a.txt", content), None))

    at_once(*[lambda n=n: new(b"%d" % n) for n in range(TIMES)])
    assert sorted(material.versions.values_list("number", flat=True)) == list(range(1, TIMES + 2))
    assert at_once(*[lambda: new(b"same") for _number in range(TIMES)]).count("known") == TIMES - 1
    fields = {"organization": material.organization, "title_bg": "Нов"}
    made = at_once(
        *[
            lambda: bring(lambda: keeping.new_material(make_file("n.txt", b"new"), None, **fields))
            for _number in range(TIMES)
        ]
    )
    assert made.count("known") == TIMES - 1 and Material.objects.count() == 2
    windows = [browser(person) for person in [make_user()] * TIMES]
    at_once(*[lambda window=window: window.get(f"/fayl/{material.slug}/1/").close() for window in windows])
    assert Download.objects.count() == 1 and material.versions.get(number=1).downloads == 1
