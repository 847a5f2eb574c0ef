from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AskedQuery(models.Model):
    """How often something was looked for. Whoever asked is not known, and what may name a person is not counted."""

    text = models.CharField(pgettext_lazy("search", "words"), max_length=60)
    language = models.CharField(_("language"), max_length=2)
    times = models.PositiveIntegerField(_("times"), default=0)
    found = models.PositiveIntegerField(_("results the last time"), default=0)
    last_on = models.DateField(_("last on"), db_index=True)

    class Meta:
        verbose_name = _("query of readers")
        verbose_name_plural = _("queries of readers")
        default_permissions = ("view",)
        ordering = ["-times", "text"]
        constraints = [models.UniqueConstraint(fields=["text", "language"], name="one_row_of_a_query")]

    def __str__(self):
        return self.text
