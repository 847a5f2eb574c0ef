from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from events.enums import SeatState


class Reminder(Orderable):
    """A letter that goes by itself some hours before an event, or after it: what to bring, thanks for coming."""

    class When(models.TextChoices):
        BEFORE = "before", _("before it begins")
        AFTER = "after", _("after its end")

    event = ParentalKey("events.Event", on_delete=models.CASCADE, related_name="reminders")
    hours = models.PositiveSmallIntegerField(
        _("hours"), default=48, validators=[MinValueValidator(1), MaxValueValidator(24 * 60)]
    )
    when = models.CharField(_("when"), max_length=6, choices=When.choices, default=When.BEFORE)
    part_name = models.CharField(
        _("only for the part"), max_length=120, blank=True, help_text=_("Its name in Bulgarian. Empty: for all parts.")
    )
    state = models.CharField(_("to whom"), max_length=10, choices=SeatState.choices, default=SeatState.CONFIRMED)
    text = models.TextField(_("text"), max_length=3000, blank=True, help_text=_("When and where is added by itself."))

    class Meta(Orderable.Meta):
        verbose_name = _("letter by itself")
        verbose_name_plural = _("letters by themselves")

    def __str__(self):
        return f"{self.hours} {self.get_when_display()}"

    def due_at(self, starts_at: datetime, ends_at: datetime) -> datetime:
        ahead = timedelta(hours=self.hours)
        return starts_at - ahead if self.when == self.When.BEFORE else ends_at + ahead


class Mailing(models.Model):
    """That something was written to those registered for an event; `key` keeps it from being written twice."""

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.PROTECT, related_name="mailings"
    )
    key = models.CharField(max_length=80, unique=True, editable=False)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    letters = models.PositiveIntegerField(_("letters"), default=0)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sent by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("letter to those registered")
        verbose_name_plural = _("letters to those registered")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        return self.subject
