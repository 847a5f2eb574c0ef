from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.stored import takes_file_along


@takes_file_along
class SignedSheet(models.Model):
    """A scan of a sheet that people signed: evidence for the funder, never a public document."""

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.PROTECT, related_name="signed_sheets"
    )
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to="signed_sheets")
    name = models.CharField(_("name of the file"), max_length=120)
    checksum = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("signed sheet")
        verbose_name_plural = _("signed sheets")
        ordering = ["uploaded_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "checksum"], name="each_signed_sheet_once")]

    def __str__(self):
        return self.name


@takes_file_along
class Dossier(models.Model):
    """Everything that the funder asks for in one ZIP, made on request and gone after a week."""

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.CASCADE, related_name="dossiers"
    )
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to="dossiers", blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked for by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    ready_at = models.DateTimeField(_("ready"), null=True, blank=True)

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return f"{self.event} {self.asked_at:%Y-%m-%d}"
