from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Opinion(models.Model):
    """What somebody who came says. Nothing here leads to who it was: no name, no moment, no running key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.CASCADE, related_name="opinions"
    )
    useful = models.PositiveSmallIntegerField(_("how useful"), validators=[MinValueValidator(1), MaxValueValidator(5)])
    good = models.TextField(_("what was good"), max_length=2000, blank=True)
    change = models.TextField(_("what to change"), max_length=2000, blank=True)

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering = ["id"]

    def __str__(self):
        return f"{self.useful}/5"


class OpinionAsked(models.Model):
    """Who was asked, and whether an answer came; not which one."""

    attendee = models.OneToOneField("events.Attendee", on_delete=models.CASCADE, related_name="opinion_asked")
    token = models.UUIDField(default=uuid4, unique=True, editable=False)
    answered = models.BooleanField(_("answered"), default=False)

    class Meta:
        verbose_name = _("question for an opinion")
        verbose_name_plural = _("questions for opinions")

    def __str__(self):
        return str(self.token)
