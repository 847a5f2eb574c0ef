"""When the personal data of an event go: after its own period, and never before the funder may last ask for them."""

import calendar
from datetime import date

from core.dates import in_sofia
from events.models import Event


def erased_from(event: Event) -> date | None:
    """The first day without the data; None while a funding record does not say how long evidence is kept: that is
    asked for, never guessed."""
    own = months_after(in_sofia(event.ends_at).date(), event.retention_months)
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
