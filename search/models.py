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


class MaterialEntry(models.Model):
    """The same of a material; its text page by page. Who may find it is asked of the material itself each time."""

    material = models.OneToOneField("resources.Material", on_delete=models.CASCADE, related_name="search_entry")
    title = models.TextField()
    text = models.TextField()

    class Meta:
        verbose_name = _("search entry of a material")
        verbose_name_plural = _("search entries of materials")

    def __str__(self):
        return self.title
