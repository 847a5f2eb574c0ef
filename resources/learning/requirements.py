"""What a course asks for: which lessons there are, which questions and which deed stand in each."""

from dataclasses import dataclass
from uuid import UUID

from core import language
from core.site_map import site_map
from resources.models import CoursePage, LessonPage


@dataclass(frozen=True)
class Required:
    """One lesson, by the key that its translations share."""

    key: UUID
    title: str
    questions: frozenset[str]
    deed: str


def original_of(course: CoursePage) -> CoursePage:
    """What people enrol in, whatever language they read."""
    return course.original or course


def required(course: CoursePage) -> list[Required]:
    """Of the original, in its order; one query."""
    rows = LessonPage.objects.live().filter(course=course).order_by("path")
    found: dict[UUID, tuple[bool, Required]] = {}
    first = site_map().locale_ids.get(language.ORIGINAL)
    for row in rows.only("title", "translation_key", "locale", "questions", "deed"):
        is_original = row.locale_id == first
        if row.translation_key in found and (found[row.translation_key][0] or not is_original):
            continue
        asked = frozenset(block["id"] for block in row.questions.raw_data)
        found[row.translation_key] = is_original, Required(row.translation_key, row.title, asked, row.deed)
    return [one for _is_original, one in found.values()]
