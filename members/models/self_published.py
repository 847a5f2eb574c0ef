from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.utils.translation import gettext_lazy as _


class SelfPublished(models.Model):
    """What an organisation published by itself, for the office to look at afterwards.

    One open row for each thing: published again before anybody looked, it is the same row.
    """

    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="+"
    )
    content_type = models.ForeignKey("contenttypes.ContentType", verbose_name=_("what"), on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey()
    title = models.CharField(_("title"), max_length=255)
    by = models.ForeignKey("members.User", verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(_("published"))
    seen_at = models.DateTimeField(_("seen"), null=True)
    seen_by = models.ForeignKey(
        "members.User", verbose_name=_("seen by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("text published without review")
        verbose_name_plural = _("published without review")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], condition=models.Q(seen_at=None), name="one_row_to_look_at"
            )
        ]

    def __str__(self):
        return self.title
