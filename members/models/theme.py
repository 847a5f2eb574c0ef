from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models.editing import WordFromTitle
from core.panels import both_languages


class Theme(WordFromTitle, models.Model):
    """What organisations work on and seek partners for: rural tourism, crafts and heritage, young people …"""

    title = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("word in the address"), unique=True, max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels = [both_languages("title", _("Name")), FieldPanel("position"), FieldPanel("slug")]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title
