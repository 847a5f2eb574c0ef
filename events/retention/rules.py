"""When the personal data of an event go: contact data after the event's own period; who came, not before the funder may
last ask for it."""

import calendar
from datetime import date

from core.dates import in_sofia
from events.models import Event


def contacts_erased_from(event: Event) -> date:
    """The first day without contact data, answers, letters, and without those who did not come."""
    return months_after(in_sofia(event.ends_at).date(), event.retention_months)


def erased_from(event: Event) -> date | None:
    """The first day without any of it; None while a funding record does not say how long evidence is kept: that is
    asked for, never guessed."""
    own = contacts_erased_from(event)
    if not event.funding_id:
        return own
    until = event.funding.audit_until
    return max(own, _next_day(until)) if until else None


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last one where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
