from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import AnonymousOpinion


class Opinion(AnonymousOpinion):
    """What somebody who came says."""

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.CASCADE, related_name="opinions"
    )

    owner_path = "event__organization"

    class Meta(AnonymousOpinion.Meta):
        abstract = False
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")


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
