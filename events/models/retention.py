from django.db import models
from django.utils.translation import gettext_lazy as _


class EventErasure(models.Model):
    """How far the personal data of an event are on their way out: contact data first, then who came. Both go together
    when no funder may ask for attendance lists."""

    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="erasure")
    contacts_announced_for = models.DateField(_("erasure of contact data announced for"), null=True, blank=True)
    contacts_erased_at = models.DateTimeField(_("contact data erased"), null=True, blank=True)
    announced_for = models.DateField(_("announced for"), null=True, blank=True)
    audit_asked_on = models.DateField(_("audit date asked for on"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("erasure of personal data")
        verbose_name_plural = _("erasures of personal data")

    def __str__(self):
        return str(self.event)
