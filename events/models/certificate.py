from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import NumberedCertificate


class Certificate(NumberedCertificate):
    """That somebody took part in an event."""

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.PROTECT, related_name="certificates"
    )
    attendee = models.OneToOneField(
        "events.Attendee", verbose_name=_("participant"), on_delete=models.PROTECT, related_name="certificate"
    )

    owner_path = "event__organization"

    class Meta(NumberedCertificate.Meta):
        abstract = False
        verbose_name = _("certificate of attendance")
        verbose_name_plural = _("certificates of attendance")
        constraints = [models.UniqueConstraint(fields=["year", "running"], name="one_certificate_of_a_number")]
