from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resources.enums import Reading


def place(version, name: str) -> str:
    """Under a word that nobody guesses: the name that readers save it under is kept apart."""
    return f"materials/{version.key}/{name}"


class MaterialVersion(models.Model):
    """One file of a material; older ones stay. `text` is what it says, page by page (see `resources.reading`)."""

    material = models.ForeignKey(
        "resources.Material", verbose_name=_("material"), on_delete=models.CASCADE, related_name="versions"
    )
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField(_("version"))
    note = models.CharField(_("what is new"), max_length=300, blank=True)
    file = models.FileField(_("file"), upload_to=place, max_length=200)
    name = models.CharField(_("name of the file"), max_length=160)
    format = models.CharField(_("format"), max_length=8)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    checksum = models.CharField(max_length=64, blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    downloads = models.PositiveIntegerField(_("downloads"), default=0, editable=False)

    # What the portal found in it
    reading = models.CharField(_("looked through"), max_length=10, choices=Reading.choices, default=Reading.WAITING)
    page_count = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    seconds = models.PositiveIntegerField(_("seconds"), null=True, blank=True, editable=False)
    is_scan = models.BooleanField(_("scanned, no text"), default=False, editable=False)
    text = models.TextField(editable=False, blank=True)
    rendered = models.FileField(upload_to=place, max_length=200, blank=True, editable=False)  # as PDF
    is_rendered = models.BooleanField(null=True, editable=False)
    preview_width = models.PositiveSmallIntegerField(default=0, editable=False)  # of the first one
    preview_height = models.PositiveSmallIntegerField(default=0, editable=False)
    preview_count = models.PositiveSmallIntegerField(default=0, editable=False)

    owner_path = "material__organization"
    kept_by = "of_trainer"

    class Meta:
        verbose_name = _("version of a material")
        verbose_name_plural = _("versions of materials")
        ordering = ["material", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["material", "number"], name="one_version_of_a_number"),
        ]

    def __str__(self):
        return f"{self.material} ({self.number})"


class Subtitles(models.Model):
    """What is said in a recording, in one language, as WebVTT."""

    material = models.ForeignKey("resources.Material", on_delete=models.CASCADE, related_name="subtitles")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="bg")
    text = models.TextField(_("text"))

    owner_path = "material__organization"
    kept_by = "of_trainer"

    class Meta:
        verbose_name = _("subtitles")
        verbose_name_plural = _("subtitles")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["material", "language"], name="one_subtitles_of_a_language"),
        ]

    def __str__(self):
        return f"{self.material}: {self.get_language_display()}"
