from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from core.enums import FileLanguage, Licence
from core.fields import WallClockField
from core.former_words import LeadsOn
from core.models.editing import WordFromTitle
from core.models.revisions import KeepsLiveValues
from core.written import Written, written
from resources.enums import Access, Kind, Level
from resources.querysets import MaterialQuerySet


class Material(
    KeepsLiveValues,
    LeadsOn,
    WordFromTitle,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """A handout, presentation or recording: one address, whatever version of its file is the newest."""

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("author organisation"), on_delete=models.PROTECT,
        related_name="materials",
    )  # fmt: skip
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True, blank=True)
    description = models.TextField(_("description"), max_length=600, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.GUIDE)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, blank=True)
    themes = ParentalManyToManyField("members.Theme", verbose_name=_("themes"), blank=True, related_name="materials")
    language = models.CharField(
        _("language of the file"), max_length=3, choices=FileLanguage.choices, default=FileLanguage.BULGARIAN
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY)
    is_accessible = models.BooleanField(
        _("accessible file"),
        default=False,
        help_text=_("A screen reader reads it out in the right order; its pictures are described."),
    )
    transcript = models.TextField(_("text of the recording"), blank=True, help_text=_("For video and sound."))
    course = models.ForeignKey(
        "resources.CoursePage",
        verbose_name=_("course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="own_materials",
        help_text=_("Who may not read the course, does not get the material either."),
    )

    # Who may have it
    audience = models.CharField(_("who may have it"), max_length=10, choices=Access.choices, default=Access.PUBLIC)
    public_from = WallClockField(
        _("for everybody from"), null=True, blank=True, help_text=_("Until then for members alone.")
    )
    event = models.ForeignKey(
        "events.Event",
        verbose_name=_("participants of the event"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="materials",
    )

    # Made by the portal
    current = models.ForeignKey(
        "resources.MaterialVersion", null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    renewed_at = models.DateTimeField(_("renewed"), null=True, editable=False)
    downloads = models.PositiveIntegerField(_("downloads"), default=0, editable=False)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="material")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="material",
        for_concrete_model=False,
    )

    objects = models.Manager.from_queryset(MaterialQuerySet)()

    owner_path = "organization"
    kept_by = "of_trainer"
    kept_words = ("rss", "atom")
    live_value_fields = [
        *("slug", "organization", "course", "audience", "public_from", "event", "current", "renewed_at", "downloads"),
    ]

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        ordering = ["-renewed_at", "-pk"]
        indexes = [
            models.Index(fields=["-renewed_at", "-id"], name="materials_newest"),
            models.Index(fields=["-downloads", "-id"], name="materials_most_used"),
            models.Index(fields=["kind", "-renewed_at", "-id"], name="materials_of_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(audience=Access.PARTICIPANTS) | models.Q(event__isnull=False),
                name="participants_of_some_event",
            ),
        ]

    def __str__(self):
        return self.title

    def title_in(self, code: str) -> Written:
        return written(self.title_bg, self.title_en, code)
