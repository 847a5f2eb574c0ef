"""How registrations are told to people: on their page, in letters, to the host."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from core.dates import clock, day_time, days, period
from core.written import written
from events.enums import SeatState
from events.models import Attendee, Event, EventPart, Registration, Seat


class Standing(NamedTuple):
    """One person at one part."""

    part: str
    when: str
    words: str
    tag: str  # the class of the tag
    icon: str
    seat: Seat


class Comer(NamedTuple):
    """One person and everything that is asked for."""

    attendee: Attendee
    standings: list[Standing]

    @property
    def has_seat(self) -> bool:
        return any(standing.seat.state == SeatState.CONFIRMED for standing in self.standings)

    @property
    def is_open(self) -> bool:
        """Whether there is anything left to change or cancel."""
        return any(not standing.seat.is_over for standing in self.standings)

    @property
    def may_be_passed_on(self) -> bool:
        return any(standing.seat.state in (SeatState.CONFIRMED, SeatState.ASKED) for standing in self.standings)


def comers(registration: Registration, code: str) -> list[Comer]:
    """Everybody on a form, in the order in which they stand on it."""
    attendees = registration.attendees.prefetch_related("seats__part")
    return [
        Comer(attendee, [standing(seat, code) for seat in sorted(attendee.seats.all(), key=_by_part)])
        for attendee in attendees
    ]


def _by_part(seat: Seat):
    return seat.part.starts_at, seat.part_id


def standing(seat: Seat, code: str) -> Standing:
    words, tag, icon = _state(seat)
    part = seat.part
    return Standing(part.name_in(code).text, when_of_part(part), words, tag, icon, seat)


def _state(seat: Seat) -> tuple[str, str, str]:
    until = day_time(seat.until) if seat.until else ""
    if seat.state == SeatState.CONFIRMED:
        return _("has a seat"), "ok", "check"
    if seat.state == SeatState.HELD:
        return _("held until %(moment)s, waits for the e-mail to be confirmed") % {"moment": until}, "wheat", "clock"
    if seat.state == SeatState.ASKED:
        return _("waits for the host's approval"), "wheat", "clock"
    if seat.state == SeatState.WAITING:
        return _("waits, No. %(number)s in line") % {"number": number_in_line(seat)}, "wheat", "clock"
    if seat.state == SeatState.OFFERED:
        return _("a seat is offered until %(moment)s") % {"moment": until}, "river", "info"
    return str(seat.get_state_display()), "outline", "x"


def number_in_line(seat: Seat) -> int:
    """1 for the next. Who has not confirmed the e-mail stands there too: confirming keeps the place."""
    return Seat.objects.ahead_of(seat).count() + 1


def when_of_part(part: EventPart) -> str:
    """„10:00–10:45“; the day stands with the event."""
    return f"{clock(part.starts_at)}–{clock(part.ends_at)}" if part.ends_at else clock(part.starts_at)


def for_whom(part: EventPart, code: str) -> str:
    return written(part.for_whom_bg, part.for_whom_en, code).text


def when(event: Event) -> str:
    return days(event.starts_at, event.ends_at) if event.all_day else period(event.starts_at, event.ends_at)


def host(event: Event, code: str) -> str:
    organization = event.organization
    return written(organization.name_bg, organization.name_en, code, in_latin=True).text


def has_seat(registration: Registration) -> bool:
    """Who may read the online link."""
    return Seat.objects.filter(attendee__registration=registration, state=SeatState.CONFIRMED).exists()
