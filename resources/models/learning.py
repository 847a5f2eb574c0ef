"""Who learns what, for those who want the portal to remember it. Reading and the questions need none of this.

Lessons and courses are known by the key that all their translations share, so that one may go on in the other language.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AnonymousOpinion, NumberedCertificate
from members.owned import TRAINERS
from resources.learning.querysets import EnrolmentQuerySet


class Enrolment(models.Model):
    """A person takes a course. `course` is always the original, whatever language is read."""

    course = models.ForeignKey(
        "resources.CoursePage", verbose_name=_("course"), on_delete=models.CASCADE, related_name="enrolments"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("participant"), on_delete=models.CASCADE, related_name="enrolments"
    )
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    from_event = models.BooleanField(_("taken over from the event"), default=False)
    enrolled_at = models.DateTimeField(_("enrolled"), auto_now_add=True)
    seen_at = models.DateTimeField(_("last here"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    left_at = models.DateTimeField(null=True, editable=False)  # so that the event does not bring her back
    done = models.PositiveSmallIntegerField(_("lessons finished"), default=0)
    total = models.PositiveSmallIntegerField(_("lessons"), default=0)
    opinion_given = models.BooleanField(_("opinion given"), default=False)

    objects = models.Manager.from_queryset(EnrolmentQuerySet)()

    owner_path = "course__organization"
    kept_by = TRAINERS

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-enrolled_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["course", "person"], name="one_enrolment_in_a_course")]

    def __str__(self):
        return f"{self.person}: {self.course}"


class LessonProgress(models.Model):
    """How far somebody is with a lesson: read, its steps ticked, its task really done."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="lessons")
    lesson_key = models.UUIDField()
    steps = models.JSONField(_("steps ticked off"), default=list)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    deed_at = models.DateTimeField(_("task done"), null=True, blank=True)

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        constraints = [models.UniqueConstraint(fields=["enrolment", "lesson_key"], name="one_progress_in_a_lesson")]

    def __str__(self):
        return f"{self.enrolment_id}: {self.lesson_key}"


class LessonAnswer(models.Model):
    """The last answer to a question of a lesson."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="answers")
    lesson_key = models.UUIDField()
    question = models.CharField(max_length=36)  # the id of its block
    chosen = models.JSONField(default=list)
    is_right = models.BooleanField(_("right"))
    answered_at = models.DateTimeField(_("answered"), auto_now=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [models.UniqueConstraint(fields=["enrolment", "question"], name="one_answer_to_a_question")]

    def __str__(self):
        return f"{self.enrolment_id}: {self.question}"


class CourseOpinion(AnonymousOpinion):
    """What somebody says of a course at its end."""

    course = models.ForeignKey(
        "resources.CoursePage", verbose_name=_("course"), on_delete=models.CASCADE, related_name="opinions"
    )

    owner_path = "course__organization"
    kept_by = TRAINERS

    class Meta(AnonymousOpinion.Meta):
        abstract = False
        verbose_name = _("opinion of a course")
        verbose_name_plural = _("opinions of courses")


class CourseCertificate(NumberedCertificate):
    """That somebody finished a course. What it said on that day is kept with it, whatever becomes of the course."""

    course = models.ForeignKey(
        "resources.CoursePage", verbose_name=_("course"), null=True, on_delete=models.SET_NULL,
        related_name="certificates",
    )  # fmt: skip
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("participant"), null=True, on_delete=models.SET_NULL,
        related_name="course_certificates",
    )  # fmt: skip
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    said = models.JSONField(default=dict)

    owner_path = "organization"

    class Meta(NumberedCertificate.Meta):
        abstract = False
        verbose_name = _("certificate of a course")
        verbose_name_plural = _("certificates of courses")
        constraints = [
            models.UniqueConstraint(fields=["year", "running"], name="one_course_certificate_of_a_number"),
            models.UniqueConstraint(fields=["course", "person"], name="one_certificate_of_a_course"),
        ]
