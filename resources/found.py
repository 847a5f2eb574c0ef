"""Courses, lessons, good practices and materials in the search."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import language
from core.enums import Audience
from core.findable import EDITORS, MEMBERS, PUBLIC, Findable, Text, Thing, register
from core.found import STAMPED, FoundPages
from core.typography import plain
from members.found import is_hidden, provinces_of, slugs
from resources import found_materials  # noqa: F401 it declares a kind
from resources.addresses import SECTION
from resources.models import CoursePage, LessonPage, Practice
from resources.practices.addresses import practice_address


@register
class FoundCourses(FoundPages):
    kind, model, order = "course", CoursePage, 32
    label, label_many = _("course"), _("Courses")
    stamped = (*STAMPED, "organization", "organization__name_bg", "organization__name_en", "level")

    def specific(self, pks):
        courses = CoursePage.objects.not_deleted().filter(pk__in=list(pks)).select_related("organization")
        return courses.prefetch_related("themes").iterator(chunk_size=200)

    def thing(self, page):
        found, text = super().thing(page), super().thing(page).texts[0]
        with translation.override(page.language):
            text.beside = f"{page.for_whom} {page.get_level_display()}"
        found.texts, found.themes = [text], slugs(page.themes)
        if page.organization:
            text.note = page.organization.name_in(page.language).text
            text.beside += f" {text.note}"
            found.organization = page.organization_id
        return found


@register
class FoundLessons(FoundPages):
    kind, model, order = "lesson", LessonPage, 34
    label, label_many = _("lesson"), _("Lessons")
    stamped = (*STAMPED, "course__live", "course__audience", "course__title", "course__organization")
    follows, beside = (CoursePage,), ("course",)

    def audience_of(self, instance):
        """Who may read the course may read the lesson; nobody reads one whose course is a draft."""
        own, course = super().audience_of(instance), instance.course
        if course is None or own == EDITORS:
            return own
        if not course.live or course.deleted_at:
            return EDITORS
        return MEMBERS if course.audience == Audience.MEMBERS else own

    def following(self, instance):
        return list(LessonPage.objects.filter(course=instance.original or instance).values_list("pk", flat=True))

    def specific(self, pks):
        lessons = LessonPage.objects.not_deleted().filter(pk__in=list(pks)).select_related("course")
        return lessons.iterator(chunk_size=200)

    def thing(self, page):
        found = super().thing(page)
        found.texts[0].body += f" {page.task_steps}"
        found.texts[0].beside = page.module
        if page.course:
            found.texts[0].note = page.course.title
            found.organization = page.course.organization_id
        return found


@register
class FoundPractices(Findable):
    kind, model, order, section = "practice", Practice, 38, SECTION
    label, label_many = _("good practice"), _("Good practices")
    of_organizations = True
    stamped = (
        *("live", "last_published_at", "slug", "title_bg", "title_en"),
        *("organization__live", "organization__status", "organization__name_bg", "organization__name_en"),
        "organization__settlement",
    )

    def audience_of(self, instance):
        return EDITORS if not instance.live or is_hidden(instance.organization) else PUBLIC

    def things(self, pks):
        beside = "organization__settlement__municipality__province"
        practices = Practice.objects.filter(pk__in=list(pks)).select_related(beside)
        for one in practices.prefetch_related("themes", "figures", "partners__organization"):
            codes = [code for code in language.NAMES if code == language.ORIGINAL or one.title_en]
            yield Thing(
                one.pk,
                [self._text(one, code) for code in codes],
                self.audience_of(one),
                path=one.slug,
                moment=one.first_published_at,
                organization=one.organization_id,
                provinces=provinces_of(one.organization.settlement),
                themes=slugs(one.themes),
            )

    def _text(self, one, code) -> Text:
        parts = [getattr(one, f"{name}_{code}") or "" for name in ("problem", "done", "result", "repeating")]
        figures = [f"{each.number} {getattr(each, f'what_{code}') or ''}" for each in one.figures.all()]
        partners = [
            each.organization.name_in(code).text if each.organization else getattr(each, f"name_{code}") or ""
            for each in one.partners.all()
        ]
        whose = one.organization.name_in(code).text
        body = " ".join([*map(plain, parts), *figures])
        summary = getattr(one, f"summary_{code}") or ""
        beside = " ".join([whose, *partners])
        return Text(code, getattr(one, f"title_{code}"), summary, body, beside=beside, note=whose)

    def address(self, path, written_in, code):
        return practice_address(path, code)
