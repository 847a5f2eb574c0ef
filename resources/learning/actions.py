"""What a learner does, each in one transaction and safe to do twice."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from core.deeds import who_did
from resources.learning import certificates
from resources.learning.questions import Asked
from resources.learning.requirements import Required, required
from resources.learning.standing import standing_of
from resources.models import CoursePage, Enrolment, LessonAnswer, LessonPage, LessonProgress


def enrol(course: CoursePage, person, from_event: bool = False) -> Enrolment:
    """In the original of a course."""
    enrolment, is_new = Enrolment.objects.get_or_create(
        course=course, person=person, defaults={"from_event": from_event}
    )
    if enrolment.left_at:
        enrolment.left_at, enrolment.from_event, is_new = None, False, True
        enrolment.save(update_fields=["left_at", "from_event"])
    if is_new:
        note_deeds([enrolment])
    return enrolment


@transaction.atomic
def leave(enrolment: Enrolment) -> None:
    """Everything that was remembered goes; whom the event would bring back stays known as having left."""
    if enrolment.course.event_id is None:
        enrolment.delete()
        return
    enrolment.lessons.all().delete()
    enrolment.answers.all().delete()
    Enrolment.objects.filter(pk=enrolment.pk).update(
        left_at=timezone.now(), seen_at=None, finished_at=None, done=0, opinion_given=False
    )


@transaction.atomic
def answer(enrolment: Enrolment, lesson: LessonPage, answered: list[Asked]) -> None:
    for one in answered:
        chosen = [option.number for option in one.options if option.is_chosen]
        if chosen:
            LessonAnswer.objects.update_or_create(
                enrolment=enrolment,
                question=one.key,
                defaults={"lesson_key": lesson.translation_key, "chosen": chosen, "is_right": one.is_right},
            )
    _seen(enrolment)


@transaction.atomic
def mark_read(enrolment: Enrolment, lesson: LessonPage) -> None:
    progress = _progress(enrolment, lesson.translation_key)
    progress.read_at = progress.read_at or timezone.now()
    progress.save()
    _seen(enrolment)


@transaction.atomic
def tick_steps(enrolment: Enrolment, lesson: LessonPage, steps: list[int]) -> None:
    progress = _progress(enrolment, lesson.translation_key)
    progress.steps = sorted({step for step in steps if step < len(lesson.steps)})
    progress.save()
    _seen(enrolment)


def note_deeds(enrolments: Iterable[Enrolment]) -> None:
    """Writes down what was really done in the portal, and how far each is; one query for each deed, whatever number
    of people."""
    enrolments = list(enrolments)
    asked_for = {course: required(course) for course in {enrolment.course for enrolment in enrolments}}
    wanted: dict[str, list[tuple[Enrolment, UUID]]] = {}
    for enrolment in enrolments:
        noted = {row.lesson_key for row in enrolment.lessons.all() if row.deed_at}
        for one in asked_for[enrolment.course]:
            if one.deed and one.key not in noted:
                wanted.setdefault(one.deed, []).append((enrolment, one.key))
    changed = {enrolment for enrolment in enrolments if enrolment.total != len(asked_for[enrolment.course])}
    for deed, places in wanted.items():
        did = who_did(deed, {enrolment.person_id for enrolment, _key in places})
        for enrolment, key in places:
            if enrolment.person_id in did:
                found = {"enrolment": enrolment, "lesson_key": key, "defaults": {"deed_at": timezone.now()}}
                LessonProgress.objects.update_or_create(**found)
                changed.add(enrolment)
    for enrolment in changed:
        count_again(enrolment, asked_for[enrolment.course])


@transaction.atomic
def finish(enrolment: Enrolment) -> bool:
    """Whether the course is finished now; then the certificate is made, once."""
    enrolment = Enrolment.objects.select_for_update(of=("self",)).select_related("course").get(pk=enrolment.pk)
    if enrolment.finished_at is None:
        note_deeds([enrolment])
        found = standing_of(enrolment, required(enrolment.course), look=False)
        if not found.is_finished:
            return False
        enrolment.finished_at, enrolment.done, enrolment.total = timezone.now(), found.count, found.total
        enrolment.save(update_fields=["finished_at", "done", "total"])
    certificates.give(enrolment)
    return True


def _progress(enrolment: Enrolment, key: UUID) -> LessonProgress:
    LessonProgress.objects.get_or_create(enrolment=enrolment, lesson_key=key)
    return LessonProgress.objects.select_for_update().get(enrolment=enrolment, lesson_key=key)


def _seen(enrolment: Enrolment) -> None:
    """Somebody was here: the moment, and how far she is now."""
    count_again(enrolment, required(enrolment.course), seen_at=timezone.now())


def count_again(enrolment: Enrolment, lessons: list[Required], **more) -> None:
    """How far she is, kept for lists."""
    fresh = Enrolment.objects.get(pk=enrolment.pk)  # without what was fetched before the change
    found = standing_of(fresh, lessons, look=False)
    Enrolment.objects.filter(pk=enrolment.pk).update(done=found.count, total=found.total, **more)
