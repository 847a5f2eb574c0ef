from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from core.fields import CodesField
from core.models.editing import WordFromTitle
from core.models.revisions import KeepsLiveValues
from members.enums import Fund, Sector, SpokenLanguage


class PartnerOffer(
    KeepsLiveValues,
    WordFromTitle,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """An organisation seeks a partner: for what, from which fund, until when."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        TALKING = "talking", _("in talks")
        FORMED = "formed", _("partnership formed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        EXPIRED = "expired", _("expired")

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="offers"
    )
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True, blank=True)
    text = RichTextField(_("text"), blank=True, features=["bold", "ol", "ul", "link"])
    role_sought = models.CharField(_("whom we seek"), max_length=200, blank=True)
    themes = ParentalManyToManyField("members.Theme", verbose_name=_("themes"), blank=True, related_name="offers")
    fund = models.CharField(_("fund"), max_length=20, choices=Fund.choices, default=Fund.LEADER)
    deadline = models.DateField(_("deadline"), null=True, blank=True, db_index=True)
    languages = CodesField(_("languages"), choices=SpokenLanguage.choices)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    state_changed_at = models.DateTimeField(_("state since"), null=True, blank=True, editable=False)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="partner_offer")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="partner_offer",
        for_concrete_model=False,
    )

    owner_path = "organization"
    live_value_fields = ["slug", "organization", "state", "state_changed_at"]

    class Meta:
        verbose_name = _("partner offer")
        verbose_name_plural = _("partner offers")
        ordering = ["-first_published_at", "-pk"]

    def __str__(self):
        return self.title

    def state_on(self, day: date) -> str:
        """An open offer expires by itself the day after its deadline."""
        open_states = (self.State.OPEN, self.State.TALKING)
        return self.State.EXPIRED if self.deadline and self.deadline < day and self.state in open_states else self.state


class OfferMessage(models.Model):
    """An answer to an offer, sent through the portal: neither side sees an address before it writes."""

    offer = models.ForeignKey(PartnerOffer, verbose_name=_("offer"), on_delete=models.CASCADE, related_name="messages")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    text = models.TextField(_("message"), max_length=5000)
    key = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("answer to an offer")
        verbose_name_plural = _("answers to offers")
        ordering = ["-received_at", "-pk"]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"


class Partnership(ClusterableModel):
    """Organisations that work together; shown on the profile of each that confirmed it."""

    offer = models.OneToOneField(
        PartnerOffer, verbose_name=_("offer"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="partnership",
    )  # fmt: skip
    title = models.CharField(_("on what"), max_length=200)
    fund = models.CharField(_("fund"), max_length=20, choices=Fund.choices, blank=True)
    formed_on = models.DateField(_("formed on"))

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
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.UniqueConstraint(fields=["partnership", "organization"], name="one_side_of_a_partnership"),
        ]

    def __str__(self):
        return self.name or str(self.organization)
