from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from search.models.lines import check_lines, lines_of


class SynonymGroup(models.Model):
    """Words and phrases that the office lets stand for one another."""

    words = models.TextField(
        pgettext_lazy("search", "words"),
        max_length=500,
        help_text=_("Words or phrases that mean the same, each on a line of its own: “pensioners”, “elderly people”."),
    )

    class Meta:
        verbose_name = _("words that mean the same")
        verbose_name_plural = _("words that mean the same")
        ordering = ["words"]

    def __str__(self):
        return " = ".join(self.names)

    @property
    def names(self) -> list[str]:
        return lines_of(self.words)

    def clean(self):
        check_lines(self.words)
        if self.words and len(self.names) < 2:
            raise ValidationError({"words": _("Write at least two, each on a line of its own.")})
