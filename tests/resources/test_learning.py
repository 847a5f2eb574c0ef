"""Enrolment, progress, the task that ticks itself, the certificate that everybody may check."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.models import CertificateYear, OutgoingMail
from core.regularly import tick
from events.models import Seat
from members.erasure import erase
from members.models import Organization
from members.own_data import collectors
from resources.learning import actions
from resources.learning.regularly import take_participants, tick_tasks
from resources.models import CourseCertificate, CoursePage, Enrolment, LessonProgress
from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_user
from tests.factories.news import translate
from tests.factories.resources import make_course, make_lesson
from tests.resources.learning import learnable, learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return OutgoingMail.objects


def enrol_address(course) -> str:
    return reverse("learning:enrol", args=[course.pk])


def test_a_stranger_reads_and_is_led_to_the_log_in(client, homes):
    course, lesson, _second = learnable()
    for page in (course, lesson):
        text = client.get(page.url).content.decode()
        assert f"/accounts/login/?next={page.url}" in text and "/zapisvane/" not in text
    assert client.post(enrol_address(course)).url == course.url
    assert not Enrolment.objects.exists()


def test_one_enrols_once_whatever_the_language_and_however_often(client, homes):
    course, _first, _second = learnable()
    twin = translate(course, title="Clear notice")
    person = make_user()
    client.force_login(person)
    assert client.get(enrol_address(course)).url == course.url, "the address alone enrols nobody"
    assert not Enrolment.objects.exists()
    for one in (course, twin, course):
        client.post(enrol_address(one))
    [enrolment] = Enrolment.objects.all()
    assert (enrolment.course_id, enrolment.person) == (course.pk, person)


def test_progress_is_kept_and_shared_by_both_languages(client, homes):
    course, first, second = learnable()
    translate(course, title="Clear notice")
    english = translate(second, title="Second lesson")
    person, enrolment = learner(course)
    client.force_login(person)
    client.post(reverse("learning:mark-read", args=[english.pk]))
    page = client.get(course.url).content.decode()
    assert '<b class="figure-number">1</b>' in page and "Първи урок" in page
    client.post(reverse("learning:mark-read", args=[first.pk]))
    enrolment.refresh_from_db()
    assert (enrolment.done, enrolment.total) == (1, 2), "its question is not answered yet"
    assert "#ask-h" in client.get(first.url).content.decode(), "the page says what is missing"


def test_the_steps_of_a_task_stay_ticked(client, homes):
    lesson = make_lesson(make_course(), task_steps="Първо\nВторо\nТрето")
    person, _enrolment = learner(lesson.course)
    client.force_login(person)
    client.post(reverse("learning:send-steps", args=[lesson.pk]), {"step": ["0", "2", "7", "x"]})
    assert LessonProgress.objects.get().steps == [0, 2]
    page = client.get(lesson.url).content.decode()
    assert page.count(" checked") == 2


def did_change_profile(person) -> None:
    organization = Organization.objects.get(slug="mig-tundzha")
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(Organization), object_id=organization.pk, label="x",
        action="wagtail.edit", user=person, timestamp="2026-01-01T10:00:00Z",
    )  # fmt: skip


def test_a_task_ticks_itself_when_it_was_really_done(client, homes):
    lesson = make_lesson(make_course(), task="<p>Поправете профила.</p>", deed="profile-changed")
    person, enrolment = learner(lesson.course)
    other, _second = learner(lesson.course, "drug@example.org", "Друг")
    client.force_login(person)
    assert "notice info" in client.get(lesson.url).content.decode()
    did_change_profile(person)
    assert "notice ok" in client.get(lesson.url).content.decode()
    tick.send(sender=None)
    [kept] = LessonProgress.objects.exclude(deed_at=None)
    assert kept.enrolment == enrolment, "nobody else's"
    ModelLogEntry.objects.filter(user=person).delete()
    assert "notice ok" in client.get(lesson.url).content.decode(), "what was done once stays done"


def test_ticking_costs_the_same_for_one_and_for_more(homes):
    lesson = make_lesson(make_course(), deed="profile-changed")
    costs = []
    for number in (1, 2, 3):
        learner(lesson.course, f"uchenik{number}@example.org")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            tick_tasks()
        costs.append(len(asked))
    assert costs[1] == costs[2]


def finish(client, course, first, second):
    client.post(reverse("learning:send-answers", args=[first.pk]), {"v1": "1"})
    for lesson in (first, second):
        client.post(reverse("learning:mark-read", args=[lesson.pk]))


def test_who_finishes_gets_a_certificate_that_the_open_page_confirms(client, homes, letters):
    course, first, second = learnable()
    person, enrolment = learner(course)
    client.force_login(person)
    finish(client, course, first, second)
    finish(client, course, first, second)
    [given] = CourseCertificate.objects.all()
    assert given.number == f"{given.year}-0001" and CertificateYear.objects.get().last == 1
    [letter] = letters.filter(to=[person.email])
    assert "/udostoverenie/pdf/" in letter.text and given.number in letter.text
    page = client.get(course.url).content.decode()
    assert given.number in page and reverse("certificates:paper", args=[given.token]) in page
    client.logout()
    paper = client.get(reverse("certificates:paper", args=[given.token]))
    assert paper.content.startswith(b"%PDF")
    shown = client.get(reverse("certificates:check", args=[given.code]))
    text = shown.content.decode()
    assert given.number in text and course.title in text and "С. Ж." in text and course.url in text
    assert "Станислава" not in text and person.email not in text


def test_without_a_name_there_is_none_until_there_is_one(client, homes):
    course, first, second = learnable()
    person, _enrolment = learner(course, name="")
    client.force_login(person)
    finish(client, course, first, second)
    assert not CourseCertificate.objects.exists()
    assert reverse("members:profile") in client.get(course.url).content.decode()
    type(person).objects.filter(pk=person.pk).update(display_name="Мария Иванова")
    client.post(reverse("learning:finish", args=[course.pk]))
    assert CourseCertificate.objects.get().name == "Мария Иванова"


def test_the_certificate_outlives_its_course(client, homes):
    course, first, second = learnable()
    person, _enrolment = learner(course)
    client.force_login(person)
    finish(client, course, first, second)
    given, title = CourseCertificate.objects.get(), course.title
    CoursePage.objects.get(pk=course.pk).delete()
    assert title in client.get(reverse("certificates:check", args=[given.code])).content.decode()
    assert client.get(reverse("certificates:paper", args=[given.token])).content.startswith(b"%PDF")


def test_a_course_for_members_is_named_to_all_but_linked_to_none(client, homes):
    course, first, second = learnable(audience="members")
    person, _enrolment = learner(course)
    client.force_login(person)
    finish(client, course, first, second)
    client.logout()
    page = client.get(reverse("certificates:check", args=[CourseCertificate.objects.get().code])).content.decode()
    assert course.url not in page


def test_who_leaves_is_forgotten_at_once(client, homes):
    course, first, _second = learnable()
    person, _enrolment = learner(course)
    client.force_login(person)
    client.post(reverse("learning:mark-read", args=[first.pk]))
    assert client.get(reverse("learning:leave", args=[course.pk])).url == reverse("learning:mine")
    assert Enrolment.objects.exists(), "a link changes nothing"
    client.post(reverse("learning:leave", args=[course.pk]))
    assert not Enrolment.objects.exists() and not LessonProgress.objects.exists()


def test_participants_of_the_event_are_taken_over_once(homes):
    part = make_part(make_event())
    course, _first, _second = learnable(event=part.event)
    for email, state in (("ima@example.org", "confirmed"), ("chaka@example.org", "waiting")):
        registration = make_registration(part, email=email, person=make_user(email))
        Seat.objects.filter(attendee__registration=registration).update(state=state)
    assert (take_participants(course), take_participants(course)) == (1, 0)
    [enrolment] = Enrolment.objects.all()
    assert enrolment.person.email == "ima@example.org" and enrolment.from_event


def test_whom_the_event_brought_may_leave_for_good(client, homes):
    part = make_part(make_event())
    course, first, _second = learnable(event=part.event)
    person = make_user("ima@example.org")
    make_registration(part, email=person.email, person=person)
    take_participants(course)
    client.force_login(person)
    client.post(reverse("learning:mark-read", args=[first.pk]))
    client.post(reverse("learning:leave", args=[course.pk]))
    assert not LessonProgress.objects.exists() and take_participants(course) == 0
    assert enrol_address(course) in client.get(course.url).content.decode(), "she may come back"
    client.post(enrol_address(course))
    assert Enrolment.objects.of(person).exists()


def test_the_last_task_brings_the_certificate_by_itself(homes):
    lesson = make_lesson(make_course(), deed="profile-changed")
    person, enrolment = learner(lesson.course)
    actions.mark_read(enrolment, lesson)
    tick.send(sender=None)
    assert not CourseCertificate.objects.exists()
    did_change_profile(person)
    tick.send(sender=None)
    tick.send(sender=None)
    assert CourseCertificate.objects.get().person == person


def test_own_data_hold_what_is_learned_and_erasing_leaves_the_number_alone(client, homes):
    course, first, second = learnable()
    person, enrolment = learner(course)
    client.force_login(person)
    finish(client, course, first, second)
    assert [row["course"] for row in collectors["courses"](person).rows] == [course.title]
    assert collectors["course-certificates"](person).rows[0]["name"] == "Станислава Живкова"
    erase(person)
    given = CourseCertificate.objects.get()
    assert not Enrolment.objects.exists() and not given.name and given.person is None
    client.logout()
    assert client.get(reverse("certificates:paper", args=[given.token])).status_code == 410
    assert given.number in client.get(reverse("certificates:check", args=[given.code])).content.decode()


def test_pages_cost_the_same_for_one_lesson_and_for_three(client, homes):
    course = make_course()
    person, _enrolment = learner(course)
    client.force_login(person)
    costs = []
    for number in (1, 2, 3):
        lesson = make_lesson(course, f"Урок {number}", deed="profile-changed")
        client.get(course.url)
        with CaptureQueriesContext(connection) as asked:
            client.get(course.url)
            client.get(lesson.url)
        costs.append(len(asked))
    assert costs[1] == costs[2], costs
