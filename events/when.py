"""When an event takes place: the days it touches, by the clock on the wall in Bulgaria."""

from datetime import date, datetime, time, timedelta

from core.dates import SOFIA, in_sofia
from events.models import Event

MIDNIGHT = time()
DAY = timedelta(days=1)


def first_day(event: Event) -> date:
    return in_sofia(event.starts_at).date()


def last_day(event: Event) -> date:
    """What ends at midnight does not touch the day that begins then."""
    ends = in_sofia(event.ends_at)
    last = ends.date() - DAY if ends.time() == MIDNIGHT else ends.date()
    return max(last, first_day(event))


def midnight(day: date) -> datetime:
    """The moment at which a day begins."""
    return datetime.combine(day, MIDNIGHT, SOFIA)
