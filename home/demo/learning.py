"""Learners of the demo in the course that ships: one in its middle, one with a certificate, one who has just begun; and
what some said of it, without names."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from home.demo.keys import key
from home.demo.reading import read
from resources.learning import actions
from resources.learning.requirements import original_of, required
from resources.models import (
    CourseCertificate,
    CourseOpinion,
    Enrolment,
    LessonAnswer,
    LessonPage,
    LessonProgress,
    ShippedPage,
)

FILE = "learning.toml"


@transaction.atomic
def load_learners(made) -> None:
    shipped = ShippedPage.objects.filter(name="course", language="bg").select_related("page").first()
    if shipped is None or shipped.page is None:
        return
    course = original_of(shipped.page.specific)
    for text in read(FILE).parts("learner"):
        person = made.people[text.need("person")]
        if not Enrolment.objects.filter(course=course, person=person).exists():
            _learn(course, person, text.need("lessons", int), text.need("days_ago", int))
    for number, text in enumerate(read(FILE).parts("opinion")):
        said = {name: text.get(name, "") for name in ("good", "change")} | {"useful": text.need("useful", int)}
        CourseOpinion.objects.get_or_create(pk=key(f"course-opinion:{number}"), defaults=said | {"course": course})


@transaction.atomic
def remove_learners() -> None:
    """Before the people: their enrolments go with them, certificates and opinions would stay."""
    emails = [text.need("email") for text in read("people.toml").parts("person")]
    CourseCertificate.objects.filter(person__email__in=emails).delete()
    Enrolment.objects.filter(person__email__in=emails).delete()
    keys = [key(f"course-opinion:{number}") for number, _text in enumerate(read(FILE).parts("opinion"))]
    CourseOpinion.objects.filter(pk__in=keys).delete()


def _learn(course, person, lessons: int, days_ago: int) -> None:
    """The first so many lessons, everything in them done; the certificate comes with the last."""
    enrolment = actions.enrol(course, person)
    then = timezone.now() - timedelta(days_ago)
    Enrolment.objects.filter(pk=enrolment.pk).update(enrolled_at=then)
    for one in required(course)[:lessons]:
        LessonProgress.objects.update_or_create(
            enrolment=enrolment,
            lesson_key=one.key,
            defaults={"read_at": then, "deed_at": then if one.deed else None},
        )
        for question, right in _right_answers(course, one.key).items():
            LessonAnswer.objects.update_or_create(
                enrolment=enrolment,
                question=question,
                defaults={"lesson_key": one.key, "chosen": right, "is_right": True},
            )
    actions.count_again(enrolment, required(course), seen_at=then)
    actions.finish(enrolment)


def _right_answers(course, lesson_key) -> dict[str, list[int]]:
    lesson = LessonPage.objects.get(course=course, translation_key=lesson_key, locale=course.locale)
    return {
        block.id: [place for place, answer in enumerate(block.value["answers"]) if answer["is_right"]]
        for block in lesson.questions
    }
