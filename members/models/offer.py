from datetime import date, timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from core import language
from core.fields import CodesField
from core.former_words import LeadsOn
from core.models.editing import EditorDefaults, WordFromTitle
from core.models.revisions import KeepsLiveValues
from members.enums import Fund, SpokenLanguage
from members.offers.querysets import CURRENT, PartnerOfferQuerySet

HALF_A_YEAR = timedelta(days=182)


def half_a_year_ahead() -> date:
    return timezone.localdate() + HALF_A_YEAR


class PartnerOffer(
    KeepsLiveValues,
    LeadsOn,
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
    deadline = models.DateField(
        _("deadline"),
        default=half_a_year_ahead,
        db_index=True,
        help_text=_("The day after it the offer goes to the archive by itself."),
    )
    languages = CodesField(_("languages"), choices=SpokenLanguage.choices)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    state_changed_at = models.DateTimeField(_("state since"), null=True, blank=True, editable=False)
    reminded_of = models.DateField(null=True, blank=True, editable=False)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="partner_offer")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="partner_offer",
        for_concrete_model=False,
    )

    objects = models.Manager.from_queryset(PartnerOfferQuerySet)()

    kept_words = ("arhiv", "rss", "atom")
    preview_sizes = EditorDefaults.preview_sizes
    owner_path = "organization"
    live_value_fields = ["slug", "organization", "state", "state_changed_at", "reminded_of"]

    class Meta:
        verbose_name = _("partner offer")
        verbose_name_plural = _("partner offers")
        ordering = ["-first_published_at", "-pk"]

    def __str__(self):
        return self.title

    def serve_preview(self, request, mode_name):
        """As readers will see it."""
        from members.models import PartnersPage
        from members.offers.page import render

        page = PartnersPage.objects.filter(locale__language_code=language.ORIGINAL).first()
        return render(page, request, self)

    @property
    def published_on(self):
        """What the archive is ordered by."""
        return self.first_published_at

    def state_on(self, day: date) -> str:
        """It runs out by itself the day after its deadline."""
        return self.State.EXPIRED if self.deadline < day and self.state in CURRENT else self.State(self.state)

    @property
    def state_today(self) -> str:
        """In words, for lists of the admin."""
        return self.state_on(timezone.localdate()).label if self.live else _("draft")

    def is_open_on(self, day: date) -> bool:
        return self.state_on(day) in CURRENT


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
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="bg")
    key = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    owner_path = "offer__organization"

    class Meta:
        verbose_name = _("answer to an offer")
        verbose_name_plural = _("answers to offers")
        ordering = ["-received_at", "-pk"]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"
