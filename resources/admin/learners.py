"""Who learns in the courses of an organisation: how far, with which answers; and what they say of the courses."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core.admin.doors import everybody, open_to
from core.admin.registers import Choice, RegisterIndex
from core.admin.verbs import Row, Section
from core.feedback.summary import sheet
from members.admin.own_registers import OwnRegister, OwnRowsMenuItem
from members.owned import OwnedPolicy
from resources.learning.opinions import opinions
from resources.learning.requirements import required
from resources.learning.standing import standing_of
from resources.models import CoursePage, Enrolment


def own_courses(user):
    """The courses of whose participants she may know: all for the office, else those of her organisations."""
    policy = OwnedPolicy(Enrolment)
    courses = CoursePage.objects.filter(pk__in=Enrolment.objects.values("course")).order_by("title")
    if policy.is_office(user, "view"):
        return courses
    return courses.filter(organization__in=policy.owners(user, "view"))


class ByCourse(Choice):
    title = gettext_lazy("course")
    parameter_name = "course"

    def lookups(self, request, model_admin):
        return list(own_courses(request.user).values_list("pk", "title"))

    def queryset(self, request, rows):
        return rows.filter(course=self.value()) if self.value() else rows


class Finished(Choice):
    title = gettext_lazy("finished")
    parameter_name = "finished"

    def lookups(self, request, model_admin):
        return [("yes", _("yes")), ("no", _("no"))]

    def queryset(self, request, rows):
        return rows.filter(finished_at__isnull=self.value() == "no") if self.value() else rows


class LearnerList(RegisterIndex):
    def get_page_title(self):
        return _("Participants in courses")


class LearnerRegister(OwnRegister):
    model = Enrolment
    index_view_class = LearnerList
    menu_icon = "group"
    menu_order = 10
    list_display = ["participant", "course", "progress", "enrolled_at", "seen_at", "finished_at"]
    list_filter = [ByCourse, Finished]
    list_select_related = ["person", "course"]
    search_fields = ["person__display_name", "course__title"]
    inspect_view_fields = [
        "participant", "course", "progress", "from_event", "enrolled_at", "seen_at", "finished_at", "certificate",
    ]  # fmt: skip
    list_export = inspect_view_fields
    export_name = "uchastnitsi"

    def get_menu_label(self):
        return gettext_lazy("Participants in courses")

    def get_queryset(self, request):
        return super().get_queryset(request).current()

    def sections(self, enrolment) -> list[Section]:
        found = standing_of(enrolment, required(enrolment.course))
        rows = [Row(one.title, self._of_lesson(found, one)) for one in found.lessons]
        return [Section(_("Lessons"), rows), *self._answers(enrolment, found)]

    def _of_lesson(self, found, one) -> str:
        missing = found.missing(one)
        if not missing:
            return _("finished")
        words = []
        if missing.reading:
            words.append(_("not marked as read"))
        if missing.questions:
            words.append(_("right answers missing: %(n)d") % {"n": missing.questions})
        if missing.deed:
            words.append(_("task not done"))
        return "; ".join(words)

    def _answers(self, enrolment, found) -> list[Section]:
        """What was answered last, question by question."""
        titles = {one.key: one.title for one in found.lessons}
        texts = question_texts(enrolment.course)
        rows = []
        for answer in enrolment.answers.all():
            text, options = texts.get(answer.question, ("", []))
            if text:
                chosen = "; ".join(options[place] for place in answer.chosen if place < len(options))
                mark = _("right") if answer.is_right else _("wrong")
                rows.append(Row(f"{titles.get(answer.lesson_key, '')}: {text}", f"{chosen} ({mark})"))
        return [Section(_("Answers"), rows)] if rows else []

    def links(self, enrolment) -> list[tuple[str, str]]:
        return [(_("Opinions of the course"), reverse("course_opinions", args=[enrolment.course_id]))]

    def get_admin_urls_for_registration(self):
        return [
            *super().get_admin_urls_for_registration(),
            path("obuchenia/<int:course_pk>/mnenia/", course_opinions, name="course_opinions"),
        ]

    def participant(self, enrolment) -> str:
        return enrolment.person.display_name or _("without a name")

    participant.short_description = gettext_lazy("participant")
    participant.admin_order_field = "person__display_name"

    def progress(self, enrolment) -> str:
        return _("%(done)d of %(all)d") % {"done": enrolment.done, "all": enrolment.total}

    progress.short_description = gettext_lazy("lessons finished")
    progress.admin_order_field = "done"

    def certificate(self, enrolment) -> str:
        given = enrolment.course.certificates.filter(person=enrolment.person_id).first()
        return given.number if given else ""

    certificate.short_description = gettext_lazy("certificate")


def question_texts(course) -> dict[str, tuple[str, list[str]]]:
    """Question and its options, by the id of the block."""
    from resources.models import LessonPage

    found = {}
    for lesson in LessonPage.objects.filter(course=course).only("questions", "locale"):
        for block in lesson.questions.raw_data:
            options = [answer["value"]["text"] for answer in block["value"]["answers"]]
            found.setdefault(block["id"], (block["value"]["question"], options))
    return found


def course_opinions(request, course_pk: int):
    """Without names; from three on, also as a sheet."""
    course = get_object_or_404(CoursePage, pk=course_pk)
    if not own_courses(request.user).filter(pk=course.pk).exists():
        raise Http404
    found = opinions(course)
    if "xlsx" in request.GET:
        return sheet(found["answers"], course.slug)
    shown = {
        "page_title": _("Opinions"),
        "header_icon": "comment",
        "about": course,
        "who_is_asked": _("Who has finished the course is asked on its page."),
    }
    return render(request, "core/admin/opinions.html", shown | found)


modeladmin_register(LearnerRegister)
open_to(everybody, *(f"resources_enrolment_modeladmin_{name}" for name in ("index", "inspect")), "course_opinions")


@hooks.register("register_admin_menu_item")
def learners_menu_item():
    return OwnRowsMenuItem(
        gettext_lazy("Participants in courses"), Enrolment, name="own-learners", icon_name="group", order=159
    )
