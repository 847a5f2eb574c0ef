"""What those who finished a course say of it; nobody learns who said what."""

from django.db import transaction

from core.feedback.summary import summary
from resources.models import CourseOpinion, CoursePage, Enrolment


@transaction.atomic
def take(enrolment: Enrolment, answer: dict) -> bool:
    """Keeps an answer without the person, once; False when one was given already."""
    if not Enrolment.objects.filter(pk=enrolment.pk, opinion_given=False).update(opinion_given=True):
        return False
    CourseOpinion.objects.create(course_id=enrolment.course_id, **answer)
    return True


def opinions(course: CoursePage) -> dict:
    """Asked is who finished; some of those who answered may have left the course since."""
    silent = course.enrolments.current().filter(opinion_given=False).exclude(finished_at=None)
    return summary(silent.count() + course.opinions.count(), course.opinions)
