"""An application that came by phone or on paper: the office writes down the little it knows; the organisation finishes
it through a link in a letter, or through a code on paper."""

from uuid import uuid4

import qrcode
import qrcode.image.svg
from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.phones import normal_phone
from core.validators import plain_line
from members.joining import actions, keys, letters
from members.models import Application
from members.models.user import normal_email

Source = Application.Source


class EntryForm(forms.Form):
    """The little that is said on the phone."""

    source = forms.ChoiceField(
        label=gettext_lazy("How it came"), initial=Source.PHONE, widget=forms.RadioSelect,
        choices=[choice for choice in Source.choices if choice[0] != Source.WEB],
    )  # fmt: skip
    name_bg = forms.CharField(label=gettext_lazy("Name of the organisation"), max_length=200, validators=[plain_line])
    settlement = forms.CharField(label=gettext_lazy("Settlement"), max_length=120, validators=[plain_line])
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=40)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False,
        help_text=gettext_lazy("The link goes there. Without it you get a letter on paper with a code."),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 4})
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        return normal_phone(self.cleaned_data["phone"])

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])


def enter(request):
    only_for_the_office(request)
    form = EntryForm(request.POST) if request.method == "POST" else EntryForm(initial={"key": uuid4()})
    if form.is_valid():
        application = _keep(form.cleaned_data, request.user)
        messages.success(request, _("The application is entered."))
        return redirect("members_application_modeladmin_inspect", application.pk)
    shown = {"page_title": _("Enter an application"), "header_icon": "form", "form": form}
    return render(request, "members/admin/enter_application.html", shown)


def paper(request, pk: int):
    """A sheet to print: the link as a picture for phones, and the code for those who type."""
    only_for_the_office(request)
    application = get_object_or_404(Application, pk=pk, state=Application.State.DRAFT, entered_by__isnull=False)
    link = keys.link_to_go_on(application)
    shown = {
        "application": application,
        "code": keys.code_of(application),
        "where": keys.link(application, "kod"),
        "picture": _picture(link),
        "kept": actions.KEPT_FOR_THE_OFFICE.days,
    }
    return render(request, "members/admin/letter_on_paper.html", shown)


@transaction.atomic
def _keep(answers: dict, user) -> Application:
    """The key in the form makes two presses one."""
    known = {name: answers[name] for name in ("name_bg", "settlement", "phone", "email")}
    application, is_new = Application.objects.get_or_create(
        key=answers["key"],
        defaults={
            "source": answers["source"],
            "name": answers["name_bg"],
            "email": answers["email"],
            "answers": known,
            "entered_by": user,
        },
    )
    if is_new and answers["note"]:
        actions.write_down(application, user, answers["note"])
    if is_new and application.email:
        letters.entered(application)
    return application


def only_for_the_office(request) -> None:
    if not request.user.has_perm("members.change_application"):
        raise PermissionDenied


def _picture(link: str) -> str:
    drawn = qrcode.make(link, image_factory=qrcode.image.svg.SvgPathImage, border=2, box_size=14)
    return mark_safe(drawn.to_string(encoding="unicode"))  # noqa: S308 – drawn here, no text of anybody in it
