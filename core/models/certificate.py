from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.codes import new_code


class NumberedCertificate(models.Model):
    """A certificate: „№ 2026-0007“. `code` is printed and confirms it to everybody, `token` opens the PDF.

    Which kinds there are, and what each says, is told in core/certificates/kinds.py; their numbers come from one row.
    """

    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    running = models.PositiveIntegerField(_("number in the year"), editable=False)
    name = models.CharField(_("name as printed"), max_length=120, blank=True)
    initials = models.CharField(_("initials"), max_length=20)
    language = models.CharField(_("language"), max_length=2, default="bg")
    code = models.CharField(max_length=8, unique=True, default=new_code, editable=False)
    token = models.UUIDField(default=uuid4, unique=True, editable=False)
    made_at = models.DateTimeField(_("issued"), auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["year", "running"]

    def __str__(self):
        return self.number

    @property
    def is_replaced(self) -> bool:
        """A kind whose certificates are corrected has a `replaces` of its own, back as `replaced_by`."""
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
