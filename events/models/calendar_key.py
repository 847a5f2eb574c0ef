import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    """What nobody guesses: 43 letters and figures."""
    return secrets.token_urlsafe(32)


class CalendarKey(models.Model):
    """The secret in the address of somebody's own calendar. Whoever knows it reads that calendar; its owner may put
    another one in its place or take it away."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="calendar_key"
    )
    key = models.CharField(max_length=64, unique=True, default=new_key, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now=True)
    used_at = models.DateTimeField(_("last used"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("key of an own calendar")
        verbose_name_plural = _("keys of own calendars")

    def __str__(self):
        return str(self.person)
