"""What happens by itself: participants of an event are taken over, practice tasks tick themselves."""

from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from members import taking_part
from resources.learning import actions
from resources.models import CoursePage, Enrolment

OPEN_FOR_DAYS = 180
"""Who has not been here for so long is not looked after any more; opening a lesson begins anew."""


@receiver(tick)
def take_over(**_signal) -> None:
    for course in CoursePage.objects.live().exclude(event=None).filter(translation_key__isnull=False):
        if course.original is None:
            take_participants(course)


def take_participants(course: CoursePage) -> int:
    """How many of those who take part in its event were enrolled."""
    there = course.enrolments.values_list("person", flat=True)
    people = [person for person in taking_part.people_of(course.event_id) if person.pk not in set(there)]
    for person in people:
        actions.enrol(course, person, from_event=True)
    return len(people)


@receiver(tick)
def tick_tasks(**_signal) -> None:
    since = timezone.now() - timezone.timedelta(days=OPEN_FOR_DAYS)
    recent = Enrolment.objects.going_on().filter(seen_at__gt=since) | Enrolment.objects.going_on().filter(
        seen_at=None, enrolled_at__gt=since
    )
    actions.note_deeds(recent.select_related("course").prefetch_related("lessons"))
