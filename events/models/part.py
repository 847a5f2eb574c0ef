from datetime import datetime

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable

from core.fields import WallClockField
from core.forms.sent import SentBlocks
from core.written import Written, written
from events.querysets import EventPartQuerySet
from events.questions import QUESTION_BLOCKS


class EventPart(Orderable):
    """A part of an event that one registers for: the press conference at ten, the forum at eleven."""

    event = ParentalKey("events.Event", on_delete=models.CASCADE, related_name="parts")
    name = models.CharField(_("name"), max_length=120)
    for_whom = models.CharField(_("for whom"), max_length=160, blank=True)
    starts_at = WallClockField(_("from"))
    ends_at = WallClockField(_("to"), null=True, blank=True)

    registration = models.BooleanField(_("with registration"), default=True)
    capacity = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, validators=[MinValueValidator(1)],
        help_text=_("Empty: as many as come."),
    )  # fmt: skip
    reserved = models.PositiveIntegerField(
        _("of these kept for the host's guests"),
        default=0,
        help_text=_("Media, speakers, hosts: only the host gives these seats."),
    )
    opens_at = WallClockField(_("registration from"), null=True, blank=True)
    closes_at = WallClockField(
        _("registration to"), null=True, blank=True, help_text=_("Empty: until the part begins.")
    )
    needs_approval = models.BooleanField(_("the host approves each registration"), default=False)
    questions = StreamField(SentBlocks(QUESTION_BLOCKS), verbose_name=_("questions to those who register"), blank=True)

    objects = models.Manager.from_queryset(EventPartQuerySet)()

    class Meta(Orderable.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parts")

    def __str__(self):
        return self.name

    def name_in(self, code: str) -> Written:
        return written(self.name_bg, self.name_en, code)

    def is_open_at(self, moment: datetime) -> bool:
        """Whether one may register at a moment."""
        return (
            self.registration
            and (self.opens_at is None or self.opens_at <= moment)
            and moment < self.registration_ends_at
        )

    @property
    def registration_ends_at(self) -> datetime:
        """Who comes late may register during the part where the host allows it, nobody afterwards."""
        return min(self.closes_at or self.starts_at, self.over_at)

    @property
    def offers_end_at(self) -> datetime:
        """Seats that become free are offered until it begins; longer where late comers may register."""
        return min(max(self.starts_at, self.closes_at or self.starts_at), self.over_at)

    @property
    def over_at(self) -> datetime:
        """Until then one can confirm."""
        return min(self.ends_at, self.event.ends_at) if self.ends_at else self.event.ends_at

    @property
    def for_everybody(self) -> int | None:
        """Seats that are not kept; None when there is no end of them."""
        return None if self.capacity is None else max(0, self.capacity - self.reserved)
