from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.codes import new_code
from core.fields import PhoneField
from core.stored import takes_file_along
from events.enums import OVER, TAKING, SeatState
from events.querysets import SeatQuerySet
from members.called import organization_called


class Registration(models.Model):
    """One form sent in: who writes, and for whom. `token` opens it again without an account. One that was merged into
    another has nobody on it any more; letters that went out about it stay its own."""

    class Source(models.TextChoices):
        WEB = "web", _("on the portal")
        HOST = "host", _("entered by the host")
        IMPORT = "import", _("from a list")
        DOOR = "door", _("at the entrance")

    event = models.ForeignKey(
        "events.Event", verbose_name=_("event"), on_delete=models.PROTECT, related_name="registrations"
    )
    token = models.UUIDField(default=uuid4, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("profile"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="event_registrations",
    )
    organization = models.ForeignKey(
        "members.Organization",
        verbose_name=_("organisation on the portal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    organization_name = models.CharField(_("organisation"), max_length=200, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = PhoneField(_("phone"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="bg")
    note = models.TextField(_("something the host should know"), max_length=1000, blank=True)
    source = models.CharField(_("how it came"), max_length=10, choices=Source.choices, default=Source.WEB)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    consent_version = models.CharField(_("version of the consent"), max_length=20, blank=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("e-mail confirmed"), null=True, blank=True)
    erased_at = models.DateTimeField(_("personal data erased"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="merged",
        editable=False,
    )
    merged_at = models.DateTimeField(_("merged on"), null=True, blank=True, editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("merged by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )

    owner_path = "event__organization"

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.name or str(_("erased"))

    def save(self, *args, **kwargs):
        """Whoever writes it down, by whichever way: the numbers by sector and province count the organisation."""
        if self._state.adding and self.organization_id is None and self.organization_name:
            self.organization = organization_called(self.organization_name)
        super().save(*args, **kwargs)


class Attendee(models.Model):
    """A person who is to come. `code` is what the entrance reads."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="attendees")
    name = models.CharField(_("name"), max_length=120, blank=True)
    position = models.CharField(_("position"), max_length=120, blank=True)
    code = models.CharField(max_length=8, unique=True, default=new_code, editable=False)

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["pk"]

    def __str__(self):
        return self.name or str(_("erased"))


class Seat(models.Model):
    """One person at one part: registered, waiting, come or not. `let_in_from` is how she stood whom the door let in
    without a seat; empty for everybody else."""

    attendee = models.ForeignKey(
        Attendee, verbose_name=_("participant"), on_delete=models.CASCADE, related_name="seats"
    )
    part = models.ForeignKey("events.EventPart", verbose_name=_("part"), on_delete=models.PROTECT, related_name="seats")
    state = models.CharField(_("state"), max_length=10, choices=SeatState.choices)
    is_reserved = models.BooleanField(_("one of the kept seats"), default=False)
    queued_at = models.DateTimeField(_("in line since"), default=timezone.now)
    until = models.DateTimeField(_("held or offered until"), null=True, blank=True, editable=False)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    came_at = models.DateTimeField(_("came"), null=True, blank=True)
    let_in_from = models.CharField(max_length=10, choices=SeatState.choices, blank=True, default="", editable=False)

    objects = models.Manager.from_queryset(SeatQuerySet)()

    owner_path = "part__event__organization"

    class Meta:
        verbose_name = _("seat at an event")
        verbose_name_plural = _("seats at events")
        ordering = ["queued_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["attendee", "part"], name="one_seat_for_each_part")]
        indexes = [
            models.Index(fields=["part", "state", "queued_at"], name="seats_in_line"),
            models.Index(fields=["until"], name="seats_until", condition=models.Q(until__isnull=False)),
        ]

    def __str__(self):
        return f"{self.attendee}: {self.get_state_display()}"

    @property
    def is_taking(self) -> bool:
        return self.state in TAKING

    @property
    def is_over(self) -> bool:
        return self.state in OVER


@takes_file_along
class AnswerFile(models.Model):
    """A file that somebody gave as an answer; `key` stands in the answers. Read by the host and the office alone, and
    gone after a day when the form was never sent."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="answer_files"
    )
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    file = models.FileField(_("file"), upload_to="event_answers")
    name = models.CharField(_("name"), max_length=120)
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("file of an answer")
        verbose_name_plural = _("files of answers")
        ordering = ["pk"]

    def __str__(self):
        return self.name
