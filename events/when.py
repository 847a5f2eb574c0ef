"""When an event takes place: the days it touches, by the clock on the wall in Bulgaria."""

from datetime import date, datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext

from core import language
from core.dates import SOFIA, clock, day_time, days, in_sofia
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


def date_of(text: str) -> date:
    """“2026-12-10”."""
    return date.fromisoformat(text)


def weekday(value: date | datetime) -> str:
    """„четвъртък“, “Thursday”."""
    name = date_format(in_sofia(value), "l")
    return name if language.active() == "en" else name.lower()


def hours(event: Event) -> str:
    """„10:00–16:30“; of several days only the first hour; nothing for whole days."""
    if event.all_day:
        return ""
    begins = clock(event.starts_at)
    if last_day(event) != first_day(event):
        return gettext("from %(clock)s") % {"clock": begins}
    return begins if event.ends_at == event.starts_at else f"{begins}–{clock(event.ends_at)}"


def in_short(event: Event) -> str:
    """„четвъртък, 10:00–16:30“, „18 – 20 май 2027 г., от 10:00“."""
    first, last = first_day(event), last_day(event)
    whole = gettext("all day") if event.all_day and first == last else ""
    return ", ".join(filter(None, (weekday(first) if first == last else days(first, last), hours(event), whole)))


def in_full(event: Event) -> tuple[str, str]:
    """The day or days, and the hours: („четвъртък, 10 декември 2026 г.“, „10:00–16:30“)."""
    first, last = first_day(event), last_day(event)
    if first == last:
        return f"{weekday(first)}, {days(first, last)}", hours(event) or gettext("all day")
    if event.all_day:
        return days(first, last), ""
    return days(first, last), f"{day_time(event.starts_at)} – {day_time(event.ends_at)}"
