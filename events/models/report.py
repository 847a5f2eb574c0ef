from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from events.querysets import EventReportQuerySet

FEATURES = ["h3", "bold", "ol", "ul", "link", "document-link"]


class EventReport(ClusterableModel):
    """What came of an event: for its readers, for the funder, and for those who could not come."""

    event = models.OneToOneField(
        "events.Event", verbose_name=_("event"), on_delete=models.PROTECT, related_name="report", editable=False
    )
    text = RichTextField(_("text"), blank=True, features=FEATURES)
    decisions = RichTextField(_("what was decided"), blank=True, features=FEATURES)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    organizations = models.PositiveIntegerField(_("organisations"), null=True, blank=True)
    minutes = models.ForeignKey(
        "core.PortalDocument",
        verbose_name=_("minutes of the meeting"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Readers may download them when the report is published."),
    )
    is_published = models.BooleanField(_("published"), default=False)
    published_at = models.DateTimeField(_("published on"), null=True, blank=True, editable=False)

    objects = models.Manager.from_queryset(EventReportQuerySet)()

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("report of an event")
        verbose_name_plural = _("reports of events")
        ordering = ["-event__starts_at", "-pk"]

    def __str__(self):
        return str(self.event)


class ReportMaterial(Orderable):
    """What goes with a report: a presentation, a clipping; a file or an address elsewhere."""

    class Kind(models.TextChoices):
        MATERIAL = "material", _("material")
        CLIPPING = "clipping", _("press clipping")

    report = ParentalKey(EventReport, on_delete=models.CASCADE, related_name="materials")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.MATERIAL)
    title = models.CharField(_("title"), max_length=200)
    document = models.ForeignKey(
        "core.PortalDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link = models.URLField(_("address"), blank=True, max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("material or clipping")
        verbose_name_plural = _("materials and clippings")

    def __str__(self):
        return self.title


class ReportPhoto(Orderable):
    report = ParentalKey(EventReport, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey("core.PortalImage", verbose_name=_("photo"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return str(self.image)
