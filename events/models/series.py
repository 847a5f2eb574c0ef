from django.db import models
from django.utils.translation import gettext_lazy as _


class Series(models.Model):
    """The same meeting in many villages: one form, many dates and places."""

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("host"), on_delete=models.PROTECT, related_name="event_series"
    )
    title = models.CharField(_("title"), max_length=200)

    owner_path = "organization"

    class Meta:
        verbose_name = _("series of events")
        verbose_name_plural = _("series of events")
        ordering = ["-pk"]

    def __str__(self):
        return self.title
