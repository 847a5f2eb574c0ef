from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock


class FundingRecord(models.Model):
    """Who paid: hung on a page and inherited by everything under it, shown on the page and in print."""

    name = models.CharField(_("name in the lists of the office"), max_length=120, unique=True)
    programme = models.CharField(_("programme"), max_length=255)
    sentence = models.TextField(
        _("sentence"), help_text=_("The wording that the funder demands, one or two sentences.")
    )
    disclaimer = models.TextField(_("disclaimer"), blank=True)
    contract_number = models.CharField(_("contract number"), max_length=80, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)

    emblems = StreamField([("emblem", ImageBlock(label=_("emblem")))], verbose_name=_("emblems"), blank=True)

    panels = [
        FieldPanel("name"),
        MultiFieldPanel([FieldPanel("programme_bg"), FieldPanel("programme_en")], heading=_("Programme")),
        MultiFieldPanel([FieldPanel("sentence_bg"), FieldPanel("sentence_en")], heading=_("Sentence")),
        MultiFieldPanel([FieldPanel("disclaimer_bg"), FieldPanel("disclaimer_en")], heading=_("Disclaimer")),
        FieldPanel("contract_number"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Period")),
        FieldPanel("emblems"),
    ]

    class Meta:
        verbose_name = _("funding record")
        verbose_name_plural = _("funding records")
        ordering = ["name"]

    def __str__(self):
        return self.name
