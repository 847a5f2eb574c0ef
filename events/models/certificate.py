from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import NumberedCertificate
from events.querysets import CertificateQuerySet


class Certificate(NumberedCertificate):
    """That somebody took part in an event. A printed one is never changed: with a misspelt name it is replaced by
    another one, under a number of its own."""

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

    objects = models.Manager.from_queryset(CertificateQuerySet)()

    owner_path = "event__organization"

    class Meta(NumberedCertificate.Meta):
        abstract = False
        verbose_name = _("certificate of attendance")
        verbose_name_plural = _("certificates of attendance")
        constraints = [
            models.UniqueConstraint(fields=["year", "running"], name="one_certificate_of_a_number"),
            models.UniqueConstraint(
                fields=["attendee"], condition=models.Q(replaces=None), name="one_first_certificate_for_each"
            ),
        ]
