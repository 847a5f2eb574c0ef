from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from core.money import in_euro
from members.enums import Currency, Period


class Strategy(ClusterableModel):
    """What a LAG does in one programme period, and where: whole municipalities, more settlements, less others."""

    organization = ParentalKey("members.Organization", on_delete=models.CASCADE, related_name="strategies")
    period = models.CharField(_("programme period"), max_length=7, choices=Period.choices, default=Period.P2023)
    title = models.CharField(_("title of the strategy"), max_length=255, blank=True)
    document = models.ForeignKey(
        "core.PortalDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    budget = models.DecimalField(
        _("budget"), max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.EURO)
    priorities = models.TextField(_("priorities"), blank=True, help_text=_("One per line."))
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    settlement_count = models.PositiveIntegerField(_("number of settlements"), null=True, blank=True)
    municipalities = ParentalManyToManyField(
        "members.Municipality", verbose_name=_("municipalities"), blank=True, related_name="strategies"
    )
    settlements = ParentalManyToManyField(
        "members.Settlement", verbose_name=_("and these settlements"), blank=True, related_name="strategies"
    )
    without = ParentalManyToManyField(
        "members.Settlement", verbose_name=_("without these settlements"), blank=True, related_name="left_out_of"
    )

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        ordering = ["-period", "pk"]

    def __str__(self):
        return f"{self.get_period_display()} {self.title or ''}".strip()

    @property
    def budget_in_euro(self) -> Decimal | None:
        if self.budget is None or self.currency == Currency.EURO:
            return self.budget
        return in_euro(self.budget)
