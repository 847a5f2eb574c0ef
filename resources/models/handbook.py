from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ShippedPage(models.Model):
    """A page of the course that comes with the portal: which text it got, and in which version.

    Once an editor has changed it, or put it in the bin, the portal leaves it alone.
    """

    name = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    page = models.ForeignKey("core.BasePage", null=True, on_delete=models.SET_NULL, related_name="+")
    fingerprint = models.CharField(max_length=64)
    revision = models.PositiveBigIntegerField(null=True)

    class Meta:
        verbose_name = _("shipped page")
        verbose_name_plural = _("shipped pages")
        constraints = [models.UniqueConstraint(fields=["name", "language"], name="one_shipped_page_of_a_name")]

    def __str__(self):
        return f"{self.name} ({self.language})"
