"""What a course and a lesson show around their texts: the lessons by modules, the materials, the neighbours."""

from dataclasses import dataclass, field

from core import language
from core.readers import for_one, reader
from members import taking_part
from resources.authors import told_of
from resources.course_zip import materials_of
from resources.learning.shown import for_course, for_lesson
from resources.models import CoursePage, LessonPage, Material
from resources.words import course_facts


@dataclass
class Module:
    """Lessons under one heading, with what goes with them."""

    title: str
    language: str
    lessons: list[LessonPage] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return sum(lesson.minutes or 0 for lesson in self.lessons)


def show_course(page: CoursePage, request):
    user = reader(request)
    lessons = lessons_of(page)
    materials = materials_of(page, Material.objects.visible_to(user).for_short_listing())
    learning = for_course(page, lessons, request, user)
    shown = {
        "modules": modules_of(lessons),
        "lessons": lessons,
        "materials": materials,
        "facts": course_facts(page, lessons),
        "downloads": sum(material.downloads for material in materials),
        "user": user,
        "trainer": told_of(page.organization, language.active()) if page.organization else None,
        "event": taking_part.told_of(learning["learned"].event_id, user, language.active()),
    } | learning
    return for_one(page.render(request, context_overrides=shown), user)


def lessons_of(course: CoursePage) -> list[LessonPage]:
    """In the order of the original, each in the language that is read where it is translated. Who may read the course
    may read them."""
    live = LessonPage.objects.live().filter(course__translation_key=course.translation_key)
    rows = live.defer("body", "questions", "task").order_by("path")
    originals = [row for row in rows if row.language == language.ORIGINAL]
    code = language.active()
    twins = {row.translation_key: row for row in rows if row.language == code}
    known = {row.translation_key for row in originals}
    return [*(twins.get(row.translation_key, row) for row in originals), *(
        row for row in rows if row.translation_key not in known and row.language == code
    )]  # fmt: skip


def modules_of(lessons: list[LessonPage]) -> list[Module]:
    """Lessons of one module that follow each other; one without a name is a module too."""
    found: list[Module] = []
    for lesson in lessons:
        if not found or found[-1].title != lesson.module:
            found.append(Module(lesson.module, lesson.language))
        found[-1].lessons.append(lesson)
    return found


def around(lesson: LessonPage, request) -> dict:
    """For the page of a lesson: its place in the course, what comes before and after, its materials."""
    user = reader(request)
    course = lesson.course
    lessons = lessons_of(course) if course else []
    place = next((n for n, each in enumerate(lessons) if each.translation_key == lesson.translation_key), None)
    neighbours = (None, None) if place is None else _neighbours(lessons, place)
    return {
        "course": course,
        "lessons": lessons,
        "number": None if place is None else place + 1,
        "before": neighbours[0],
        "next": neighbours[1],
        "lesson_materials": materials_with(lesson, user),
    } | for_lesson(lesson, lessons, request, user)


def materials_with(lesson: LessonPage, user) -> list[Material]:
    """Those of the original where a translation has none of its own."""
    keys = [row.material_id for row in lesson.materials.all()]
    if not keys and lesson.original:
        keys = [row.material_id for row in lesson.original.materials.all()]
    if not keys:
        return []
    found = Material.objects.visible_to(user).for_short_listing().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _neighbours(lessons: list, place: int) -> tuple:
    before = lessons[place - 1] if place else None
    after = lessons[place + 1] if place + 1 < len(lessons) else None
    return before, after
