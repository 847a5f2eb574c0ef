from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from members.enums import Country, Fund, Sector
from members.offers.querysets import PartnerQuerySet, PartnershipQuerySet


class Partnership(ClusterableModel):
    """An organisation works together with others: it records this, and each of the others confirms it or declines."""

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="partnerships"
    )
    sector = models.CharField(_("its sector"), max_length=10, choices=Sector.choices, editable=False)
    offer = models.OneToOneField(
        "members.PartnerOffer", verbose_name=_("offer"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="partnership",
    )  # fmt: skip
    title = models.CharField(_("on what"), max_length=200)
    fund = models.CharField(_("fund"), max_length=20, choices=Fund.choices, blank=True)
    formed_on = models.DateField(_("formed on"))
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = models.Manager.from_queryset(PartnershipQuerySet)()

    owner_path = "organization"

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["-formed_on", "-pk"]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """The sector stays what it was when the partnership was recorded."""
        self.sector = self.sector or self.organization.sector
        super().save(*args, **kwargs)

    @property
    def partners_in_words(self) -> str:
        return ", ".join(str(side) for side in self.partners.all())

    def sectors_in_words(self) -> str:
        """“business + non-profit sector”, in one order however they were named; only of sides that hold."""
        there = {self.sector, *(side.sector for side in self.partners.all() if side.stands)}
        return " + ".join(str(sector.label) for sector in Sector if sector in there)


class Partner(models.Model):
    """Another side of a partnership: an organisation of the portal, or one elsewhere by its name."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="partners")
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), null=True, blank=True, on_delete=models.CASCADE,
        related_name="partner_in",
    )  # fmt: skip
    name = models.CharField(_("name, if not on the portal"), max_length=200, blank=True)
    sector = models.CharField(
        _("sector"),
        max_length=10,
        choices=Sector.choices,
        blank=True,
        help_text=_("Known for organisations of the portal."),
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices, default=Country.BULGARIA)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True, editable=False)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "organization"], name="one_side_of_a_partnership"),
        ]

    def __str__(self):
        return self.name or str(self.organization)

    def save(self, *args, **kwargs):
        if self.organization_id:
            self.sector = self.sector or self.organization.sector
        super().save(*args, **kwargs)

    @property
    def stands(self) -> bool:
        """It said yes, or it is not on the portal and nobody can ask it."""
        return not self.declined_at and (self.organization_id is None or self.confirmed_at is not None)
