from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslationRequest(models.Model):
    """How often readers asked for a page in a language; a number, nothing about who asked."""

    page = models.ForeignKey("core.BasePage", on_delete=models.CASCADE, related_name="translation_requests")
    language = models.CharField(max_length=2)
    count = models.PositiveIntegerField(_("asked"), default=0)
    last_asked_at = models.DateTimeField(_("last asked"), auto_now=True)

    class Meta:
        verbose_name = _("asked for in translation")
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="one_count_per_language")]
        ordering = ["-count", "-last_asked_at"]

    def __str__(self):
        return f"{self.page_id} → {self.language}: {self.count}"
