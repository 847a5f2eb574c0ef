"""„Какво следва“: what comes after somebody has registered, with the days that are known."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from core.dates import clock, day, day_time
from events.enums import SeatState
from events.models import Registration, Reminder
from events.registering.words import Comer


@dataclass
class Step:
    when: str
    what: str
    is_done: bool = False
    is_current: bool = False


def next_steps(registration: Registration, comers: list[Comer], now: datetime) -> list[Step]:
    """In the order in which they come; the first that is not done yet is the current one. One query."""
    event = registration.event
    steps = [Step(day(registration.created_at), _("your registration arrived"), is_done=True)]
    if registration.email:
        steps.append(_confirming(registration, comers))
    if any(standing.seat.state == SeatState.WAITING for comer in comers for standing in comer.standings):
        steps.append(Step(_("When a seat becomes free"), _("we write to the next in line")))
    has_begun = event.starts_at <= now
    steps.append(Step(_("Until it begins"), _("you may change names or give a seat back"), is_done=has_begun))
    if reminder := _reminder(registration):
        steps.append(Step(day(reminder), _("a reminder comes by e-mail"), is_done=reminder <= now))
    begins = _("it begins, be there in time") if event.all_day else _("it begins at %(clock)s")
    steps.append(Step(day(event.starts_at), begins % {"clock": clock(event.starts_at)}, event.is_past_at(now)))
    steps.append(Step(_("Afterwards"), _("the report and the materials stand on the page of the event")))
    current = next((step for step in steps if not step.is_done), None)
    if current:
        current.is_current = True
    return steps


def _confirming(registration: Registration, comers: list[Comer]) -> Step:
    if registration.confirmed_at:
        return Step(day(registration.confirmed_at), _("your e-mail is confirmed"), is_done=True)
    ends = [standing.seat.until for comer in comers for standing in comer.standings if standing.seat.until]
    until = _("Until %(moment)s") % {"moment": day_time(min(ends))} if ends else _("Now")
    return Step(until, _("you confirm your e-mail"))


def _reminder(registration: Registration) -> datetime | None:
    """The first letter before the event to those who have a seat."""
    event = registration.event
    kept = event.reminders.filter(when=Reminder.When.BEFORE, state=SeatState.CONFIRMED)
    moments = [reminder.due_at(event.starts_at, event.ends_at) for reminder in kept]
    return min(moments, default=None)
