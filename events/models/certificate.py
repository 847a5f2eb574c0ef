from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.registration import new_code
from events.querysets import CertificateQuerySet


class Certificate(models.Model):
    """That somebody took part: „№ 2026-0007“. `code` is printed and confirms it to everybody, `token` opens the PDF.

    A printed one is never changed: with a misspelt name it is replaced by another one, under a number of its own."""

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.PROTECT, related_name="certificates"
    )
    attendee = models.ForeignKey(
        "events.Attendee", verbose_name=_("participant"), on_delete=models.PROTECT, related_name="certificates"
    )
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("in place of"),
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="replaced_by",
        editable=False,
    )
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    running = models.PositiveIntegerField(_("number in the year"), editable=False)
    name = models.CharField(_("name as printed"), max_length=120, blank=True)
    initials = models.CharField(_("initials"), max_length=20)
    language = models.CharField(_("language"), max_length=2, default="bg")
    code = models.CharField(max_length=8, unique=True, default=new_code, editable=False)
    token = models.UUIDField(default=uuid4, unique=True, editable=False)
    made_at = models.DateTimeField(_("issued"), auto_now_add=True)

    objects = models.Manager.from_queryset(CertificateQuerySet)()

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("certificate of attendance")
        verbose_name_plural = _("certificates of attendance")
        ordering = ["year", "running"]
        constraints = [
            models.UniqueConstraint(fields=["year", "running"], name="one_certificate_of_a_number"),
            models.UniqueConstraint(
                fields=["attendee"], condition=models.Q(replaces=None), name="one_first_certificate_for_each"
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def is_replaced(self) -> bool:
        return hasattr(self, "replaced_by")

    @property
    def number(self) -> str:
        return f"{self.year}-{self.running:04}"


class CertificateYear(models.Model):
    """The last number given in a year. Its row is locked while the next is given, so that none is left out."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("year of certificates")
        verbose_name_plural = _("years of certificates")

    def __str__(self):
        return f"{self.year}: {self.last}"
