"""Enrolments, progress, answers and certificates in the copy of own data, and what is left when a profile is closed."""

from django.dispatch import receiver
from django.utils.translation import gettext as _

from members.own_data import Part, register
from members.signals import person_erased
from resources.models import CourseCertificate, Enrolment


@register("courses")
def courses(person) -> Part:
    columns = {
        "course": _("Course"),
        "enrolled_at": _("Enrolled"),
        "seen_at": _("Last here"),
        "finished_at": _("Finished"),
        "lessons_read": _("Lessons finished"),
        "answers": _("Answers"),
        "opinion_given": _("Opinion given (kept without your name)"),
    }
    taken = Enrolment.objects.of(person).select_related("course").order_by("pk")
    rows = [
        {
            "course": one.course.title,
            "enrolled_at": one.enrolled_at,
            "seen_at": one.seen_at,
            "finished_at": one.finished_at,
            "lessons_read": sum(bool(lesson.read_at) for lesson in one.lessons.all()),
            "answers": "; ".join(f"{a.answered_at:%Y-%m-%d}: {_yes(a.is_right)}" for a in one.answers.all()),
            "opinion_given": one.opinion_given,
        }
        for one in taken.prefetch_related("lessons", "answers")
    ]
    return Part(_("Courses you take"), columns, rows)


@register("course-certificates")
def course_certificates(person) -> Part:
    columns = {"number": _("No."), "course": _("Course"), "name": _("Name"), "made_at": _("Issued on")}
    rows = [
        {"number": given.number, "course": given.said.get("title_bg", ""), "name": given.name, "made_at": given.made_at}
        for given in CourseCertificate.objects.filter(person=person)
    ]
    return Part(_("Certificates of courses"), columns, rows)


@receiver(person_erased)
def forget(sender, person, **kwargs) -> None:
    """Enrolments go with progress and answers; of a certificate the number stays, without the name."""
    Enrolment.objects.filter(person=person).delete()
    CourseCertificate.objects.filter(person=person).update(name="", person=None)


def _yes(is_right: bool) -> str:
    return _("right") if is_right else _("wrong")
