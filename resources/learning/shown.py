"""What the pages of courses and lessons show of learning: the questions to everybody, the rest to who is signed in."""

from django.contrib.messages import get_messages

from resources.learning.questions import asked
from resources.learning.requirements import original_of
from resources.learning.standing import Standing, standing

ABOUT_STEPS = "steps"
"""The tag of what is said beside the steps, and not beside the progress."""


def for_course(page, lessons: list, request, user) -> dict:
    course = original_of(page)
    found = standing(course, user)
    _mark(lessons, found)
    next_lesson = found and found.next and _by_key(lessons, found.next.key)
    notes = _notes(request, user)
    return {"learner": user, "learned": course, "standing": found, "next_lesson": next_lesson, "notes": notes}


def for_lesson(lesson, lessons: list, request, user) -> dict:
    """The answers of the address before those remembered, so that one may try again."""
    course = lesson.course
    found = standing(course, user) if course else None
    _mark(lessons, found)
    required = found and found.of(lesson.translation_key)
    progress = found and found.progress.get(lesson.translation_key)
    notes = _notes(request, user)
    ticked = set(progress.steps) if progress else set()
    return {
        "learner": user,
        "learned": course,
        "standing": found,
        "notes": [note for note in notes if ABOUT_STEPS not in note.tags],
        "notes_on_steps": [note for note in notes if ABOUT_STEPS in note.tags],
        "asked": asked(lesson, request.GET, found.answers if found else None),
        "missing": found.missing(required) if required else None,
        "is_read": bool(progress and progress.read_at),
        "is_done": bool(found and lesson.translation_key in found.done),
        "task_steps": [(place, step, place in ticked) for place, step in enumerate(lesson.steps)],
    }


def _notes(request, user) -> list:
    """What was just done. Nobody else's answer may read them: that would cost a cookie."""
    return list(get_messages(request)) if user else []


def _mark(lessons: list, found: Standing | None) -> None:
    for lesson in lessons:
        lesson.is_done = bool(found and lesson.translation_key in found.done)


def _by_key(lessons: list, key):
    return next((lesson for lesson in lessons if lesson.translation_key == key), None)
