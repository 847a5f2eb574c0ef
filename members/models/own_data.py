from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.stored import takes_file_along


@takes_file_along
class OwnDataCopy(models.Model):
    """A copy of everything that is kept about a person, made on request and gone after a week."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    person = models.ForeignKey(
        "members.User", verbose_name=_("person"), on_delete=models.CASCADE, related_name="data_copies"
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="bg")
    file = models.FileField(_("file"), upload_to="own_data", blank=True)
    asked_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    ready_at = models.DateTimeField(_("ready"), null=True, blank=True)

    class Meta:
        verbose_name = _("copy of own data")
        verbose_name_plural = _("copies of own data")
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return f"{self.person} {self.asked_at:%Y-%m-%d}"
