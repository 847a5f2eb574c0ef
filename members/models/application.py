from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.enums import Kind


class Application(models.Model):
    """The wish of an organisation to join: filled in step by step, sent, talked about, decided."""

    class State(models.TextChoices):
        DRAFT = "draft", _("being filled in")
        NEW = "new", _("new")
        TALKING = "talking", _("in talks")
        APPROVED = "approved", _("approved")
        DECLINED = "declined", _("declined")

    class Source(models.TextChoices):
        WEB = "web", _("on the portal")
        PHONE = "phone", _("by phone")
        PAPER = "paper", _("on paper")

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    source = models.CharField(_("came"), max_length=10, choices=Source.choices, default=Source.WEB)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="bg")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, blank=True)
    name = models.CharField(_("name of the organisation"), max_length=200, blank=True)
    eik = models.CharField(_("ЕИК"), max_length=13, blank=True, db_index=True)
    email = models.EmailField(_("e-mail of who applies"), blank=True)
    email_confirmed_at = models.DateTimeField(_("e-mail confirmed"), null=True, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    people = models.JSONField(_("people"), default=list, blank=True)
    note = models.TextField(_("note of the office"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    begun_at = models.DateTimeField(_("begun"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        "members.User", verbose_name=_("decided by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    entered_by = models.ForeignKey(
        "members.User", verbose_name=_("entered by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    organization = models.OneToOneField(
        "members.Organization",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="application",
    )

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["eik"],
                condition=models.Q(state__in=["new", "talking", "approved"]) & ~models.Q(eik=""),
                name="one_open_application_of_an_eik",
            )
        ]

    def __str__(self):
        return self.name or str(self.key)


class Consent(models.Model):
    """To what somebody agreed: the exact words, when, and when it was taken back."""

    class Kind(models.TextChoices):
        TERMS = "terms", _("rules of the portal")
        DATA = "data", _("handling of personal data")
        ADULT = "adult", _("being of age")
        CONTACTS = "contacts", _("contacts shown on the profile")
        NEWSLETTER = "newsletter", _("newsletter")
        PHOTOS = "photos", _("pictures")

    kind = models.CharField(_("to what"), max_length=20, choices=Kind.choices)
    version = models.CharField(_("version of the words"), max_length=20)
    wording = models.TextField(_("words"))
    person = models.ForeignKey(
        "members.User", verbose_name=_("person"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="consents",
    )  # fmt: skip
    application = models.ForeignKey(
        Application, verbose_name=_("application"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="consents",
    )  # fmt: skip
    email = models.EmailField(_("e-mail"), blank=True)
    source = models.CharField(
        _("came"), max_length=10, choices=Application.Source.choices, default=Application.Source.WEB
    )
    given_at = models.DateTimeField(_("given"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version", giver],
                condition=models.Q(withdrawn_at=None),
                name=f"one_consent_of_a_kind_by_{giver}",
            )
            for giver in ("person", "application")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.version}"
