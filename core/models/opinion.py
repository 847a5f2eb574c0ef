from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class AnonymousOpinion(models.Model):
    """What somebody says of a thing. Nothing here leads to who it was: no name, no moment, no running key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    useful = models.PositiveSmallIntegerField(_("how useful"), validators=[MinValueValidator(1), MaxValueValidator(5)])
    good = models.TextField(_("what was good"), max_length=2000, blank=True)
    change = models.TextField(_("what to change"), max_length=2000, blank=True)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self):
        return f"{self.useful}/5"
