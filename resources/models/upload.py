from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Upload(models.Model):
    """A large file on its way in pieces; it goes on where it broke off, and is gone a day after the last piece."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads")
    organization = models.ForeignKey("members.Organization", on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(_("name of the file"), max_length=160)
    size = models.PositiveBigIntegerField(_("size"))
    received = models.PositiveBigIntegerField(_("received"), default=0)
    fingerprint = models.CharField(max_length=160, blank=True)  # what the browser tells a file by, to find it again
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    touched_at = models.DateTimeField(_("last piece"), auto_now=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-touched_at", "-pk"]

    def __str__(self):
        return self.name
