"""The courses that somebody takes, the newest first."""

from resources.models import CoursePage, Enrolment


def courses_of(person, code: str) -> list[dict]:
    """With an address for those that this person may still read."""
    taken = Enrolment.objects.of(person).select_related("course").order_by("-enrolled_at")
    readable = set(CoursePage.objects.visible_to(person).values_list("pk", flat=True))
    return [
        {
            "enrolment": one,
            "course": one.course,
            "url": one.course.address_in(code) if one.course_id in readable else "",
        }
        for one in taken
    ]
