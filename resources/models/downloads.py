from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Download(models.Model):
    """That somebody with an account has a version; she is told of a newer one. Others are counted alone."""

    version = models.ForeignKey("resources.MaterialVersion", on_delete=models.CASCADE, related_name="downloaded_by")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="downloads"
    )
    at = models.DateTimeField(_("downloaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("download")
        verbose_name_plural = _("downloads")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="one_download_of_a_person")]

    def __str__(self):
        return f"{self.person}: {self.version}"


class NoVersionLetters(models.Model):
    """That somebody wants no letters about new versions."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("no letters about new versions")
        verbose_name_plural = _("no letters about new versions")

    def __str__(self):
        return str(self.person)
