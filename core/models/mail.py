from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """A letter that is sent after the transaction that wrote it, once, and tried again when it fails."""

    key = models.CharField(_("key"), max_length=160, unique=True, help_text=_("Guards against sending twice."))
    sender = models.CharField(_("from"), max_length=254)
    to = models.JSONField(_("to"))
    reply_to = models.JSONField(_("reply to"), default=list)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(_("headers"), default=dict)
    attachments = models.JSONField(_("attachments"), default=list)  # name, type, text of each
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now, null=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["sent_at", "next_attempt_at"], name="outbox_waiting")]

    def __str__(self):
        return self.subject
