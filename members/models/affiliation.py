from django.db import models
from django.utils.translation import gettext_lazy as _

from members.enums import Role
from members.managers import AffiliationQuerySet


class Affiliation(models.Model):
    """A person in an organisation: invited or asking, then active, in the end ended; the past is kept.

    Rights follow from active ones alone (`Affiliation.objects.active()`); `members.actions` keeps the group of
    editors in step.
    """

    class State(models.TextChoices):
        INVITED = "invited", _("invited")
        ASKED = "asked", _("asks for access")
        ACTIVE = "active", _("active")
        DECLINED = "declined", _("declined")
        ENDED = "ended", _("ended")

    person = models.ForeignKey(
        "members.User", verbose_name=_("person"), on_delete=models.CASCADE, related_name="affiliations"
    )
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="affiliations"
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.EDITOR)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.INVITED)
    message = models.TextField(_("message"), max_length=1000, blank=True)
    by = models.ForeignKey(
        "members.User", verbose_name=_("by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(_("invited or asked"), auto_now_add=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in an organisation")
        verbose_name_plural = _("people in organisations")
        ordering = ["organization", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organization"],
                condition=models.Q(state__in=["invited", "asked", "active"]),
                name="one_place_in_an_organization",
            )
        ]

    def __str__(self):
        return f"{self.person} – {self.organization}"
