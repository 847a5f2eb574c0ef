from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from search.models.lines import check_lines, lines_of


class Promotion(models.Model):
    """What the office wants first for certain words."""

    words = models.TextField(
        pgettext_lazy("search", "words"),
        max_length=500,
        help_text=_("What readers type, each way on a line of its own. Forms do not matter."),
    )
    address = models.CharField(
        _("address"), max_length=300, help_text=_("A page of this portal, as it stands in the browser.")
    )
    kind = models.CharField(max_length=20, editable=False)
    thing = models.BigIntegerField(editable=False)

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["words"]

    def __str__(self):
        return f"{', '.join(lines_of(self.words))}: {self.address}"

    def clean(self):
        from search.promoting import entry_at

        check_lines(self.words)
        entry = entry_at(self.address)
        if self.address and entry is None:
            raise ValidationError({"address": _("The search knows nothing at this address.")})
        if entry:
            self.kind, self.thing = entry.kind, entry.thing
