from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, PreviewableMixin, RevisionMixin, WorkflowMixin

from core import language
from core.former_words import LeadsOn
from core.models.editing import EditorDefaults, WordFromTitle
from core.models.revisions import KeepsLiveValues
from members.enums import Sector
from resources.practices.querysets import PracticeQuerySet

FEATURES = ["bold", "ol", "ul", "link"]


class Practice(
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
    """What an organisation did so well that others may repeat it."""

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="practices"
    )
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True, blank=True)
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences; shown in lists too.")
    )
    picture = models.ForeignKey(
        "core.PortalImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    problem = RichTextField(_("the problem"), blank=True, features=FEATURES)
    done = RichTextField(_("what was done"), blank=True, features=FEATURES)
    result = RichTextField(_("the result"), blank=True, features=FEATURES)
    repeating = RichTextField(
        _("how to repeat it"), blank=True, features=FEATURES,
        help_text=_("What one needs, in which order, and what you would do otherwise today."),
    )  # fmt: skip
    cost = models.DecimalField(
        _("cost in euro"), max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    cost_note = models.CharField(_("who paid for what"), max_length=255, blank=True)
    asked = models.CharField(
        _("whom to ask"), max_length=160, blank=True,
        help_text=_("A role, no name: readers find the contacts in the profile of the organisation."),
    )  # fmt: skip
    themes = ParentalManyToManyField("members.Theme", verbose_name=_("themes"), blank=True, related_name="practices")

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="practice")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="practice",
        for_concrete_model=False,
    )

    objects = models.Manager.from_queryset(PracticeQuerySet)()

    preview_sizes = EditorDefaults.preview_sizes
    owner_path = "organization"
    live_value_fields = ["slug", "organization"]

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
        ordering = ["-first_published_at", "-pk"]

    def __str__(self):
        return self.title

    def serve_preview(self, request, mode_name):
        """As readers will see it."""
        from resources.models import ResourceIndexPage
        from resources.practices.page import render

        page = ResourceIndexPage.objects.filter(locale__language_code=language.ORIGINAL).first()
        return render(page, request, self)

    @property
    def published_on(self):
        """What lists are ordered by."""
        return self.first_published_at


class PracticePartner(Orderable):
    """Who worked along, and from which sector."""

    practice = ParentalKey(Practice, on_delete=models.CASCADE, related_name="partners")
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation of the portal"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    name = models.CharField(_("name, if not on the portal"), max_length=200, blank=True)
    sector = models.CharField(_("sector"), max_length=10, choices=Sector.choices)

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self):
        return self.name or str(self.organization)


class PracticeFigure(Orderable):
    """A result in figures: „114“, „чувала боклук от реката“."""

    practice = ParentalKey(Practice, on_delete=models.CASCADE, related_name="figures")
    number = models.CharField(_("number"), max_length=30)
    what = models.CharField(_("of what"), max_length=120)

    class Meta(Orderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return f"{self.number} {self.what}"


class PracticeMaterial(Orderable):
    """A material of the library that helps to repeat it."""

    practice = ParentalKey(Practice, on_delete=models.CASCADE, related_name="materials")
    material = models.ForeignKey(
        "resources.Material", verbose_name=_("material"), on_delete=models.CASCADE, related_name="practices"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("material of a practice")
        verbose_name_plural = _("materials of practices")

    def __str__(self):
        return str(self.material)
