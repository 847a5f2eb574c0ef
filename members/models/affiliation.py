from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.enums import Role
from members.managers import AffiliationQuerySet

INVITATION_LASTS = timedelta(days=14)


class Affiliation(models.Model):
    """A person in an organisation: invited or asking, then active, in the end ended; the past is kept.

    Rights follow from active ones alone (`Affiliation.objects.active()`); `members.affiliations` keeps the group of
    editors in step. An invitation knows only an address: the person comes with the acceptance.
    """

    class State(models.TextChoices):
        INVITED = "invited", _("invited")
        ASKED = "asked", _("asks for access")
        ACTIVE = "active", _("active")
        DECLINED = "declined", _("declined")
        ENDED = "ended", _("ended")

    person = models.ForeignKey(
        "members.User",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="affiliations",
    )
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="affiliations"
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.EDITOR)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.INVITED)
    email = models.EmailField(_("invited address"), blank=True)
    name = models.CharField(_("invited as"), max_length=80, blank=True)
    language = models.CharField(_("language of the invitation"), max_length=2, choices=settings.LANGUAGES, default="bg")
    sent_at = models.DateTimeField(_("invitation sent"), null=True, blank=True)
    message = models.TextField(_("message"), max_length=1000, blank=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
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
            ),
            models.UniqueConstraint(
                fields=["email", "organization"],
                condition=models.Q(state="invited") & ~models.Q(email=""),
                name="one_invitation_of_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | ~models.Q(state__in=["asked", "active"]),
                name="who_is_in_an_organization_is_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.person or self.name or self.email} – {self.organization}"

    @property
    def expires_at(self) -> datetime | None:
        return self.sent_at and self.sent_at + INVITATION_LASTS

    @property
    def is_expired(self) -> bool:
        return self.state == self.State.INVITED and bool(self.sent_at) and self.expires_at <= timezone.now()
