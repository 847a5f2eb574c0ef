from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """The words of a page in the one form in which they are compared: Latin letters, lower case."""

    page = models.OneToOneField("core.BasePage", on_delete=models.CASCADE, related_name="search_entry")
    title = models.TextField()
    text = models.TextField()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self):
        return self.title
