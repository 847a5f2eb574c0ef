"""Courses in the admin: one's own in a list, a new one in two steps."""

from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.admin.doors import everybody, open_to
from core.admin.first_steps import HOOK, Step
from core.language import ORIGINAL
from core.permissions import is_office
from core.validators import plain_line, visible
from members.models import Organization
from resources.models import CoursePage
from resources.rights import begin_course

MOST = 200


class CourseForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title of the course"), max_length=200, validators=[plain_line, visible])
    organization = forms.ModelChoiceField(
        label=gettext_lazy("Trainer's organisation"), queryset=Organization.objects.none()
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, organizations, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organization"]
        field.queryset = organizations
        only = list(organizations[:2])
        if len(only) == 1:
            field.initial, field.empty_label, field.widget = only[0].pk, None, forms.HiddenInput()


def organizations_of(user):
    own = Organization.objects.all() if is_office(user) else Organization.objects.of_trainer(user)
    return own.filter(live=True).order_by("sort_key")


def desk(request):
    """One's courses with their lessons, materials to upload, a new course."""
    if not trains(request.user):
        raise PermissionDenied
    courses = CoursePage.objects.not_deleted()
    if not is_office(request.user):  # the courses of the network itself are the office's
        courses = courses.filter(organization__in=organizations_of(request.user))
    learners = Count("enrolments", filter=Q(enrolments__left_at=None))
    rows = courses.select_related("organization", "locale").annotate(learners=learners)
    shown = {
        "page_title": _("Training"),
        "header_icon": "openquote",
        "courses": with_translations(rows.order_by("-latest_revision_created_at", "pk")[:MOST]),
    }
    return render(request, "resources/admin/courses.html", shown)


def with_translations(courses) -> list[CoursePage]:
    """Each original with its translation behind it."""
    together: dict = {}
    for course in courses:
        together.setdefault(course.translation_key, []).append(course)
    return [one for same in together.values() for one in sorted(same, key=lambda one: one.language != ORIGINAL)]


def begin(request):
    organizations = organizations_of(request.user)
    if not organizations.exists():
        raise PermissionDenied
    form = CourseForm(
        request.POST if request.method == "POST" else None, organizations=organizations, initial={"key": uuid4()}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        course = begin_course(data["organization"], data["title"], request.user, data["key"])
        return redirect("wagtailadmin_pages:edit", course.pk)
    shown = {"page_title": _("New course"), "header_icon": "openquote", "form": form}
    return render(request, "resources/admin/begin_course.html", shown)


def trains(user) -> bool:
    return is_office(user) or Organization.objects.of_trainer(user).exists()


class TrainersMenuItem(MenuItem):
    def is_shown(self, request):
        return trains(request.user)


@hooks.register(HOOK)
def first_steps(request) -> list[Step]:
    words = _("You teach? A course begins with its title; files are uploaded all at once.")
    return [Step(40, words, _("See your courses"), reverse("training_desk"))] if trains(request.user) else []


open_to(everybody, "training_desk", "begin_course")


@hooks.register("register_admin_urls")
def urls():
    return [
        path("obuchenia/", desk, name="training_desk"),
        path("obuchenia/nov-kurs/", begin, name="begin_course"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item():
    return TrainersMenuItem(
        gettext_lazy("Training"), reverse("training_desk"), name="training", icon_name="openquote", order=156
    )
