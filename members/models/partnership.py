from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from members.enums import Fund, Sector
from members.offers.querysets import PartnerQuerySet, PartnershipQuerySet


class Partnership(ClusterableModel):
    """Organisations that work together. One of them records it; each other one confirms it or declines."""

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="partnerships"
    )
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

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["-formed_on", "-pk"]

    def __str__(self):
        return self.title


class Partner(models.Model):
    """One side of a partnership: an organisation of the portal, or another by its name."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="partners")
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), null=True, blank=True, on_delete=models.CASCADE,
        related_name="partner_in",
    )  # fmt: skip
    name = models.CharField(_("name, if not on the portal"), max_length=200, blank=True)
    sector = models.CharField(_("sector"), max_length=10, choices=Sector.choices)
    country = models.CharField(_("country"), max_length=2, default="BG")
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

    @property
    def stands(self) -> bool:
        """It said yes, or it is not on the portal and nobody can ask it."""
        return not self.declined_at and (self.organization_id is None or self.confirmed_at is not None)
