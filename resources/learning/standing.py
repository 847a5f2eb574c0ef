"""How far a person is in a course."""

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from core.deeds import who_did
from resources.learning.requirements import Required, required
from resources.models import CourseCertificate, CoursePage, Enrolment, LessonAnswer, LessonProgress


@dataclass
class Missing:
    """What a lesson still lacks."""

    questions: int = 0
    deed: bool = False
    reading: bool = False

    def __bool__(self):
        return bool(self.questions or self.deed or self.reading)


@dataclass
class Standing:
    enrolment: Enrolment
    lessons: list[Required]
    progress: dict[UUID, LessonProgress] = field(default_factory=dict)
    answers: dict[str, LessonAnswer] = field(default_factory=dict)
    done_now: set[str] = field(default_factory=set)
    """Deeds that were done though nobody has written it down yet."""

    def missing(self, one: Required) -> Missing:
        kept = self.progress.get(one.key)
        right = {key for key in one.questions if key in self.answers and self.answers[key].is_right}
        is_done = bool(not one.deed or (kept and kept.deed_at) or one.deed in self.done_now)
        return Missing(len(one.questions - right), not is_done, not (kept and kept.read_at))

    def of(self, key: UUID) -> Required | None:
        return next((one for one in self.lessons if one.key == key), None)

    @cached_property
    def done(self) -> set[UUID]:
        return {one.key for one in self.lessons if not self.missing(one)}

    @property
    def count(self) -> int:
        return len(self.done)

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def share(self) -> float:
        """Of the meter, which is 80 wide."""
        return round(80 * self.count / self.total, 1) if self.total else 0

    @property
    def is_finished(self) -> bool:
        return bool(self.lessons) and self.count == self.total

    @property
    def next(self) -> Required | None:
        return next((one for one in self.lessons if one.key not in self.done), None)

    @cached_property
    def certificate(self) -> CourseCertificate | None:
        return CourseCertificate.objects.filter(
            course=self.enrolment.course_id, person=self.enrolment.person_id
        ).first()


def standing(course: CoursePage, person) -> Standing | None:
    """In the original of a course; None for who is not enrolled."""
    if person is None:
        return None
    enrolment = Enrolment.objects.of(person).filter(course=course).first()
    return standing_of(enrolment, required(course)) if enrolment else None


def standing_of(enrolment: Enrolment, lessons: list[Required], look: bool = True) -> Standing:
    """`look`: ask the apps whether what is missing was done meanwhile."""
    found = Standing(
        enrolment,
        lessons,
        {row.lesson_key: row for row in enrolment.lessons.all()},
        {row.question: row for row in enrolment.answers.all()},
    )
    if look and enrolment.finished_at is None:
        open_deeds = {one.deed for one in lessons if one.deed and found.missing(one).deed}
        found.done_now = {deed for deed in open_deeds if who_did(deed, [enrolment.person_id])}
    return found
