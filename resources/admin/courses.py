"""Courses in the admin: one's own in a list, a new one in two steps."""

from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.admin.doors import everybody, open_to
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
    organizations = organizations_of(request.user)
    if not organizations.exists():
        raise PermissionDenied
    courses = CoursePage.objects.not_deleted().filter(organization__in=organizations)
    rows = courses.select_related("organization", "locale").order_by("-latest_revision_created_at")[:MOST]
    return render(
        request,
        "resources/admin/courses.html",
        {"page_title": _("Training"), "header_icon": "openquote", "courses": rows},
    )


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


class TrainersMenuItem(MenuItem):
    def is_shown(self, request):
        return is_office(request.user) or Organization.objects.of_trainer(request.user).exists()


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
