from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models.editing import WordFromTitle
from core.panels import both_languages


class Organization(WordFromTitle, models.Model):
    """A local action group, NGO, читалище or municipality of the network."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True)
    seat = models.CharField(_("seat"), max_length=120, blank=True)

    word_from = "name_bg"

    panels = [
        both_languages("name", _("Name")),
        both_languages("seat", _("Seat")),
        FieldPanel("slug"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]

    def __str__(self):
        return self.name
