"""The dossier on the desk: what is there, what is missing, signed sheets to upload, the ZIP to make and download."""

from datetime import timedelta
from pathlib import PurePath
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import FileResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from core.numbers import file_size
from core.uploads import check_document, check_image, checksum
from events.admin.desk import EventView
from events.dossier import tasks
from events.dossier.contents import contents
from events.models import Dossier, Event, SignedSheet

LARGEST = 20 * 1024 * 1024
PICTURES = (".jpg", ".jpeg", ".png")
BEING_MADE = timedelta(minutes=15)


class SignedSheetForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Signed sheet"),
        help_text=gettext_lazy(
            "A scan as PDF, or a photo (JPG, PNG), up to 20 MB. Only the host and the office see it."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        max_length=200,
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            words = _("The file is %(size)s. Up to 20 MB can be uploaded: scan it in grey.")
            raise ValidationError(words, code="large", params={"size": file_size(file.size)})
        name = file.name.lower()
        if name.endswith(PICTURES):
            check_image(file)
        elif name.endswith(".pdf"):
            check_document(file)
        else:
            raise ValidationError(_("Upload a PDF or a photo (JPG, PNG)."), code="kind")
        return file


class DossierView(EventView):
    form_class = SignedSheetForm
    page_title = gettext_lazy("Dossier")
    template_name = "events/admin/dossier.html"
    header_icon = "folder-open-inverse"

    def get_context_data(self, **kwargs):
        lines = contents(self.event)
        space = self.event.snippet_viewset.get_url_name
        address = lambda name, key: reverse(space(name), args=[self.event.pk, key])  # noqa: E731
        dossier = tasks.ready(self.event)
        return super().get_context_data(
            lines=lines,
            there=sum(line.there for line in lines),
            sheets=[(sheet, address("signed_sheet", sheet.key)) for sheet in self.event.signed_sheets.all()],
            dossier=dossier,
            dossier_url=address("dossier_file", dossier.key) if dossier else "",
            ask_url=reverse(space("dossier_ask"), args=[self.event.pk]),
            **kwargs,
        )

    def form_valid(self, form):
        file = form.cleaned_data["file"]
        name = file.name[-120:]
        file.name = f"{uuid4()}{PurePath(name).suffix.lower()}"
        sheet, is_new = SignedSheet.objects.get_or_create(
            event=self.event,
            checksum=checksum(file),
            defaults={"file": file, "name": name, "uploaded_by": self.request.user},
        )
        if is_new:
            log(self.event, "portal.event.signed_sheet", user=self.request.user, data={"name": sheet.name})
            messages.success(self.request, _("The signed sheet is kept."))
        else:
            messages.warning(self.request, _("This file was uploaded already."))
        return self.back()


class PostOnly(EventView):
    form_class = forms.Form

    def get(self, request, *args, **kwargs):
        return HttpResponseNotAllowed(["POST"])


class AskView(PostOnly):
    @transaction.atomic
    def form_valid(self, form):
        """One at a time: the second of two clicks finds the first."""
        Event.objects.select_for_update(of=("self",)).get(pk=self.event.pk)
        lately = timezone.now() - BEING_MADE
        if self.event.dossiers.filter(ready_at=None, asked_at__gt=lately).exists():
            messages.warning(self.request, _("The dossier is being made already."))
        else:
            dossier = Dossier.objects.create(event=self.event, asked_by=self.request.user)
            log(self.event, "portal.event.dossier", user=self.request.user)
            transaction.on_commit(lambda: tasks.make_dossier.enqueue(dossier.pk), robust=True)
            messages.success(self.request, _("The dossier is being made. You will get a letter when it is ready."))
        return redirect(self.model.snippet_viewset.get_url_name("dossier"), self.event.pk)


class FileView(EventView):
    """A private file, straight from storage to this person."""

    http_method_names = ["get"]

    def get(self, request, pk: str, key):
        kept, name = self.find(key)
        try:
            answer = FileResponse(kept.open("rb"), as_attachment=True, filename=name)
        except OSError:
            messages.error(request, _("The file cannot be read any more."))
            return redirect(self.model.snippet_viewset.get_url_name("dossier"), self.event.pk)
        add_never_cache_headers(answer)
        answer.headers["Content-Security-Policy"] = "default-src 'none'"
        return answer


class DossierFileView(FileView):
    def find(self, key):
        fresh = self.event.dossiers.filter(ready_at__gt=timezone.now() - tasks.KEPT_FOR)
        dossier = get_object_or_404(fresh, key=key)
        return dossier.file, f"dosie-{self.event.slug}-{timezone.localtime(dossier.ready_at):%Y-%m-%d}.zip"


class SignedSheetView(FileView):
    def find(self, key):
        sheet = get_object_or_404(self.event.signed_sheets, key=key)
        return sheet.file, sheet.name
