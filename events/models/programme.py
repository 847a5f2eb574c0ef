from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from core.fields import WallClockField


class ProgrammeItem(Orderable):
    """A line of the programme: when, what, who speaks, with which materials."""

    class Level(models.IntegerChoices):
        HEADING = 0, _("part of the programme")
        ITEM = 1, _("item")
        SUB_ITEM = 2, _("sub-item")

    event = ParentalKey("events.Event", on_delete=models.CASCADE, related_name="programme")
    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices, default=Level.ITEM)
    starts_at = WallClockField(_("at"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(24 * 60)]
    )
    title = models.CharField(_("what"), max_length=255)
    speaker = models.CharField(
        _("who speaks"), max_length=255, blank=True, help_text=_("Organisations, when they have no profile here.")
    )
    organization = models.ForeignKey(
        "members.Organization",
        verbose_name=_("organisation of the speaker"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_pause = models.BooleanField(_("a pause"), default=False)
    material = models.ForeignKey(
        "core.PortalDocument",
        verbose_name=_("material"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("item of the programme")
        verbose_name_plural = _("programme")

    def __str__(self):
        return self.title
