"""What the office wrote down on the phone, put right: a misheard name, another address."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from members.admin.enter_application import EntryForm, only_for_the_office
from members.joining import letters
from members.models import Application

KNOWN = ("name_bg", "settlement", "phone", "email")


class CorrectionForm(EntryForm):
    """Notes have a button of their own, and the application is there already."""

    note = key = None


def correct(request, pk: int):
    """While nothing is sent: afterwards the answers are those of the organisation, and consents hang on them."""
    only_for_the_office(request)
    being_filled_in = Application.objects.filter(state=Application.State.DRAFT, entered_by__isnull=False)
    application = get_object_or_404(being_filled_in, pk=pk)
    said = application.answers | {"source": application.source}
    form = CorrectionForm(request.POST) if request.method == "POST" else CorrectionForm(initial=said)
    if form.is_valid():
        with transaction.atomic():
            _put_right(get_object_or_404(being_filled_in.select_for_update(), pk=pk), form.cleaned_data)
        messages.success(request, _("The application is corrected."))
        return redirect("members_application_modeladmin_inspect", pk)
    shown = {"page_title": _("Correct"), "page_subtitle": application, "header_icon": "form", "form": form}
    return render(request, "members/admin/correct_application.html", shown | {"application": application})


def _put_right(application: Application, said: dict) -> None:
    """The link goes to a new address at once: the old one was wrong."""
    address = application.email
    application.source, application.name, application.email = said["source"], said["name_bg"], said["email"]
    application.answers |= {name: said[name] for name in KNOWN}
    if application.email != address:
        application.email_confirmed_at = None
    application.save()
    if application.email != address:
        letters.entered(application)
