"""Dates in words, in the reader's language and always by the clock on the wall in Bulgaria.

The names of months are Django's own source strings, repeated here so that they stand in our catalogue:
there they are in small letters („ноември“), and ours wins over Django's „Ноември“ in every template,
form and list, the admin included.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.timezone import is_aware
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .typography import NBSP

SOFIA = ZoneInfo("Europe/Sofia")

MONTHS = (
    *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
    *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
)
SHORT_MONTHS = (
    pgettext_lazy("abbrev. month", "Jan."),
    pgettext_lazy("abbrev. month", "Feb."),
    pgettext_lazy("abbrev. month", "March"),
    pgettext_lazy("abbrev. month", "April"),
    pgettext_lazy("abbrev. month", "May"),
    pgettext_lazy("abbrev. month", "June"),
    pgettext_lazy("abbrev. month", "July"),
    pgettext_lazy("abbrev. month", "Aug."),
    pgettext_lazy("abbrev. month", "Sept."),
    pgettext_lazy("abbrev. month", "Oct."),
    pgettext_lazy("abbrev. month", "Nov."),
    pgettext_lazy("abbrev. month", "Dec."),
)


def in_sofia(value: dt.date | dt.datetime) -> dt.date | dt.datetime:
    """Read a moment by the Bulgarian clock; a plain date is nobody's and stays."""
    if isinstance(value, dt.datetime) and is_aware(value):
        return value.astimezone(SOFIA)
    return value


def day(value: dt.date | dt.datetime) -> str:
    """Write „24 май 2026 г.“ or “24 May 2026”."""
    return date_format(in_sofia(value), "DATE_FORMAT")


def day_time(value: dt.datetime) -> str:
    """Write „24 май 2026 г., 17:30“."""
    return date_format(in_sofia(value), "DATETIME_FORMAT")


def clock(value: dt.datetime | dt.time) -> str:
    """Write „17:30“."""
    return time_format(in_sofia(value), "TIME_FORMAT")


def month_name(value: int | dt.date) -> str:
    """Name a month by its number or by a date in it: „ноември“."""
    return str(MONTHS[_month(value) - 1])


def short_month(value: int | dt.date) -> str:
    """Name a month where there is little room: „ноем.“."""
    return str(SHORT_MONTHS[_month(value) - 1])


def month_year(value: dt.date) -> str:
    """Write „ноември 2026 г.“."""
    return date_format(in_sofia(value), "YEAR_MONTH_FORMAT")


def days(start: dt.date, end: dt.date | None) -> str:
    """Write a period and say what its ends share only once: „18 – 19 май 2026 г.“."""
    start, end = _date(start), _date(end or start)
    if start == end:
        return day(end)
    if start.year != end.year:
        first = day(start)
    elif start.month != end.month:
        first = date_format(start, "MONTH_DAY_FORMAT")
    else:
        first = str(start.day)
    return f"{first}{NBSP}– {day(end)}"


def period(start: dt.datetime, end: dt.datetime | None) -> str:
    """Write from when to when something lasts: „24 май 2026 г., 10:00–12:30“."""
    if end is None or start == end:
        return day_time(start)
    if _date(start) == _date(end):
        return f"{day_time(start)}–{clock(end)}"
    return f"{day_time(start)}{NBSP}– {day_time(end)}"


def _date(value: dt.date | dt.datetime) -> dt.date:
    value = in_sofia(value)
    return value.date() if isinstance(value, dt.datetime) else value


def _month(value: int | dt.date) -> int:
    return value if isinstance(value, int) else in_sofia(value).month
