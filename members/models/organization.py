from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from core.fields import CodesField, PhoneField
from core.former_words import LeadsOn
from core.models.editing import EditorDefaults, WordFromTitle
from core.models.revisions import KeepsLiveValues
from core.typography import sort_key
from core.written import Written, written
from members.enums import SECTORS, Kind, Membership, Sector, SpokenLanguage
from members.identifiers import check_eik
from members.managers import OrganizationQuerySet
from members.territory import keep_in_step


class Organization(
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
    """A local action group, NGO, читалище or municipality of the network, with its public profile."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NGO)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True)
    eik = models.CharField(_("ЕИК"), max_length=13, unique=True, null=True, blank=True, validators=[check_eik])
    legal_form = models.CharField(_("legal form"), max_length=120, blank=True)
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences; shown in lists too.")
    )
    description = RichTextField(_("description"), blank=True, features=["h3", "bold", "ol", "ul", "link"])
    logo = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("cover picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    themes = ParentalManyToManyField(
        "members.Theme", verbose_name=_("themes"), blank=True, related_name="organizations"
    )
    languages = CodesField(_("languages spoken"), choices=SpokenLanguage.choices)

    # Where to find it
    settlement = models.ForeignKey(
        "members.Settlement",
        verbose_name=_("settlement"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organizations",
    )
    address = models.CharField(_("street and number"), max_length=200, blank=True)
    phone = PhoneField(_("phone"), blank=True)
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Never shown on a page: readers press a button or write through a form.")
    )
    website = models.URLField(_("site"), blank=True)

    # How it stands to the network: only the office changes these
    status = models.CharField(
        _("membership"), max_length=10, choices=Membership.choices, default=Membership.MEMBER, db_index=True
    )
    member_since = models.DateField(_("member since"), null=True, blank=True)
    member_until = models.DateField(_("member until"), null=True, blank=True)
    verified = models.BooleanField(
        _("verified"), default=False, help_text=_("The office has seen the documents of registration.")
    )
    may_publish = models.BooleanField(
        _("publishes by itself"),
        default=False,
        help_text=_("What its editors publish is looked through afterwards instead of before."),
    )
    reviewer = models.ForeignKey(
        "members.User",
        verbose_name=_("own reviewer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who approves instead of the network's office. Empty: the office."),
    )
    confirmed_on = models.DateField(_("found right on"), null=True, blank=True, editable=False)

    # Made by the portal
    seat = models.CharField(_("seat"), max_length=120, blank=True, editable=False)
    territory = models.CharField(_("territory"), max_length=300, blank=True, editable=False)
    provinces = models.ManyToManyField("members.Province", related_name="organizations", blank=True, editable=False)
    sort_key = models.CharField(max_length=200, default="", editable=False, db_index=True)
    sort_key_en = models.CharField(max_length=200, default="", editable=False, db_index=True)
    search_text = models.TextField(editable=False, blank=True)
    editors = models.OneToOneField(
        "auth.Group", null=True, on_delete=models.SET_NULL, related_name="organization", editable=False
    )
    trainers = models.OneToOneField(
        "auth.Group", null=True, on_delete=models.SET_NULL, related_name="training_organization", editable=False
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", null=True, on_delete=models.SET_NULL, related_name="organization", editable=False
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="organization")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="organization",
        for_concrete_model=False,
    )

    objects = models.Manager.from_queryset(OrganizationQuerySet)()

    owner_path = "pk"
    word_from = "name_bg"
    kept_words = ("karta", "namerete")  # pages of the directory
    preview_sizes = EditorDefaults.preview_sizes
    preview_modes = [("bg", _("In Bulgarian")), ("en", _("In English"))]
    live_value_fields = [
        *("slug", "status", "member_since", "member_until", "verified", "may_publish", "reviewer", "confirmed_on"),
        *("editors", "trainers", "collection"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(eik=""), name="no_empty_eik"),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.eik = self.eik or None
        self.sort_key = sort_key(self.name_bg or "")[:200]
        self.sort_key_en = sort_key(self.name_in("en").text)[:200]
        if self.settlement_id:
            self.seat_bg, self.seat_en = self.settlement.written("bg"), self.settlement.written("en")
        super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            keep_in_step(self)

    def name_in(self, code: str) -> Written:
        """English readers get the English name, else the Bulgarian one in Latin letters."""
        return written(self.name_bg, self.name_en, code, in_latin=True)

    def seat_in(self, code: str) -> Written:
        return written(self.seat_bg, self.seat_en, code, in_latin=True)

    def territory_in(self, code: str) -> Written:
        return written(self.territory_bg, self.territory_en, code)

    def serve_preview(self, request, mode_name):
        from members.profile.page import preview

        return preview(self, request, mode_name)

    @property
    def sector(self) -> Sector:
        return SECTORS[self.kind]

    @property
    def is_lag(self) -> bool:
        return self.kind in (Kind.LAG, Kind.FLAG)

    @property
    def is_public(self) -> bool:
        """Whether readers find it: published, and no mere applicant."""
        return self.live and self.status != Membership.APPLICANT

    def is_member_on(self, day: date) -> bool:
        return (
            self.status == Membership.MEMBER
            and (self.member_since is None or self.member_since <= day)
            and (self.member_until is None or day <= self.member_until)
        )


class OrganizationContact(Orderable):
    """Whom to ask in an organisation: a role, never a person's name."""

    organization = ParentalKey(Organization, on_delete=models.CASCADE, related_name="contacts")
    title = models.CharField(_("role"), max_length=80)
    phone = PhoneField(_("phone"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self):
        return self.title


class OrganizationLink(Orderable):
    """A page of the organisation elsewhere."""

    organization = ParentalKey(Organization, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(_("address"))

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.url
