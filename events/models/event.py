from datetime import datetime
from uuid import uuid4

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.timezone import make_naive
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from core.dates import SOFIA
from core.enums import Audience
from core.fields import CodesField, WallClockField
from core.former_words import LeadsOn
from core.models.editing import EditorDefaults, WordFromTitle
from core.models.revisions import KeepsLiveValues
from core.written import Written, written
from events.enums import Kind, Service, State
from events.models.parts_kept import with_live_parts
from events.querysets import EventQuerySet

DAY_OF_HOURS = 24


class Event(
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
    """A forum, training or meeting of an organisation, from the invitation to the report.

    Moments are kept in UTC and typed, shown and mailed by the clock on the wall in Bulgaria. An event of whole days
    lasts from midnight to midnight.
    """

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("host"), on_delete=models.PROTECT, related_name="events"
    )
    co_hosts = ParentalManyToManyField(
        "members.Organization", verbose_name=_("co-hosts"), blank=True, related_name="co_hosted_events"
    )
    series = models.ForeignKey(
        "events.Series", null=True, blank=True, on_delete=models.SET_NULL, related_name="events", editable=False
    )
    tour = models.ForeignKey(
        "events.Tour",
        verbose_name=_("forum tour"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text=_("Of which this event is a stop; its territory stands on the map of the tour."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.MEETING)
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True, blank=True)
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences; shown in lists too.")
    )
    text = RichTextField(_("text"), blank=True, features=["h3", "bold", "ol", "ul", "link", "document-link"])
    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    audience = models.CharField(_("who may read it"), max_length=10, choices=Audience.choices, default=Audience.PUBLIC)
    themes = ParentalManyToManyField("members.Theme", verbose_name=_("themes"), blank=True, related_name="events")
    rubrics = ParentalManyToManyField("news.RubricPage", verbose_name=_("rubrics"), blank=True, related_name="events")
    picture = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    funding = models.ForeignKey(
        "core.FundingRecord",
        verbose_name=_("funding record"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )

    # When
    starts_at = WallClockField(_("begins"), db_index=True)
    ends_at = WallClockField(_("ends"))
    all_day = models.BooleanField(_("whole days"), default=False, help_text=_("The hours do not count then."))

    # Where
    place = models.CharField(
        _("place"), max_length=160, blank=True, help_text=_("The building: „читалище „Просвета““.")
    )
    hall = models.CharField(_("hall"), max_length=120, blank=True)
    settlement = models.ForeignKey(
        "members.Settlement",
        verbose_name=_("settlement"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    address = models.CharField(_("street and number"), max_length=200, blank=True)
    hints = models.CharField(
        _("how to find it"), max_length=300, blank=True, help_text=_("Second floor, bus from Yambol at 9:15 …")
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    is_online = models.BooleanField(_("one can take part online"), default=False)
    online_link = models.URLField(
        _("online link"), blank=True, help_text=_("Only people who are registered get to see it.")
    )
    services = CodesField(_("access"), choices=Service.choices)

    # How it stands
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ANNOUNCED)
    state_note = models.TextField(_("note on the state"), max_length=500, blank=True)

    # Registration
    hold_hours = models.PositiveSmallIntegerField(
        _("hours to confirm the e-mail"),
        default=DAY_OF_HOURS,
        validators=[MinValueValidator(1), MaxValueValidator(14 * DAY_OF_HOURS)],
        help_text=_("So long a registration keeps its seat without confirmation."),
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to accept a seat from the waiting list"),
        default=DAY_OF_HOURS,
        validators=[MaxValueValidator(14 * DAY_OF_HOURS)],
        help_text=_("0: the first in line gets it at once."),
    )
    retention_months = models.PositiveSmallIntegerField(
        _("months until contact data are erased"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("Numbers stay, and so does the evidence that a funder asks for."),
    )

    # Made by the portal
    uid = models.UUIDField(default=uuid4, editable=False, unique=True)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    told = models.CharField(max_length=64, default="", editable=False)  # a fingerprint of what calendars were told last
    told_registered = models.JSONField(default=dict, editable=False)  # when and where, as they were told last

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="event")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="event",
        for_concrete_model=False,
    )

    objects = models.Manager.from_queryset(EventQuerySet)()

    owner_path = "organization"
    kept_words = ("arhiv", "mesec", "rss", "kalendar", "obikolka")
    preview_sizes = EditorDefaults.preview_sizes
    preview_modes = [("bg", _("In Bulgarian")), ("en", _("In English"))]
    live_value_fields = [
        *("slug", "organization", "series", "tour", "uid", "sequence", "told", "told_registered", "state"),
        *("state_note", "state_note_bg", "state_note_en"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at", "-pk"]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="events_by_start"),
            models.Index(fields=["ends_at"], name="events_by_end"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gte=models.F("starts_at")), name="ends_after_start"),
        ]

    def __str__(self):
        return self.title

    def with_content_json(self, content):
        """A part for which somebody is registered stays, whatever the revision says."""
        rows = with_live_parts(self, content.get("parts") or [])
        return super().with_content_json(content | {"parts": rows} if rows else content)

    def serve_preview(self, request, mode_name):
        """As readers will see it."""
        from events.page import preview

        return preview(self, request, mode_name)

    def title_in(self, code: str) -> Written:
        return written(self.title_bg, self.title_en, code)

    @property
    def begins(self) -> datetime:
        """By the clock in Bulgaria, for sheets."""
        return make_naive(self.starts_at, SOFIA)

    @property
    def ends(self) -> datetime:
        return make_naive(self.ends_at, SOFIA)

    @property
    def is_cancelled(self) -> bool:
        return self.state == State.CANCELLED

    def is_past_at(self, moment: datetime) -> bool:
        return self.ends_at <= moment
