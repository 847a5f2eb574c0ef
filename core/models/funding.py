from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from core.blocks import DescribedImageBlock
from core.forms.sent import SentBlocks
from core.panels import both_languages
from core.querysets import ChosenQuerySet


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

    audit_until = models.DateField(
        _("evidence is kept until"),
        null=True,
        blank=True,
        help_text=_("The last day on which the funder may ask for attendance lists. Written in the contract."),
    )

    emblems = StreamField(
        SentBlocks([("emblem", DescribedImageBlock(label=_("emblem")))]), verbose_name=_("emblems"), blank=True
    )

    objects = ChosenQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        both_languages("programme", _("Programme")),
        both_languages("sentence", _("Sentence")),
        both_languages("disclaimer", _("Disclaimer")),
        FieldPanel("contract_number"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Period")),
        FieldPanel("audit_until"),
        FieldPanel("emblems"),
    ]

    class Meta:
        verbose_name = _("funding record")
        verbose_name_plural = _("funding records")
        ordering = ["name"]

    def __str__(self):
        return self.name
