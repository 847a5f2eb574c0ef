"""What happens by itself: participants of an event are taken over, practice tasks tick themselves."""

from datetime import timedelta

from django.db.models import F, Q
from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from members import taking_part
from resources.learning import actions
from resources.models import CoursePage, Enrolment

LOOKED_AFTER = timedelta(days=30)
"""Who has not been here for longer finds her task ticked when she opens the lesson."""


@receiver(tick)
def take_over(**_signal) -> None:
    for course in CoursePage.objects.live().exclude(event=None):
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
    """Whoever lacked nothing but a task gets the certificate, too."""
    since = timezone.now() - LOOKED_AFTER
    recent = Enrolment.objects.going_on().filter(Q(seen_at__gt=since) | Q(seen_at=None, enrolled_at__gt=since))
    actions.note_deeds(recent.select_related("course").prefetch_related("lessons"))
    for enrolment in recent.filter(total__gt=0, done=F("total")):
        actions.finish(enrolment)
