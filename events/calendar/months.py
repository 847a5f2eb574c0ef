"""The month as a sheet: each day with what takes place on it, events of several days on each of theirs."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from events.calendar.filters import Filters
from events.models import Event
from events.when import DAY, first_day, last_day, midnight

YEARS_KEPT = 5
NEAR = range(-2, 13)
"""Months from now that search engines may list."""
MOST = 400
"""Events on one sheet; whoever has more looks for them in the list."""


@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @property
    def is_kept(self) -> bool:
        return abs(self._from_now) <= 12 * YEARS_KEPT

    @property
    def is_near(self) -> bool:
        return self._from_now in NEAR

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def next(self) -> "Month":
        return Month(self.year + 1, 1) if self.number == 12 else Month(self.year, self.number + 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year - 1, 12) if self.number == 1 else Month(self.year, self.number - 1)

    @property
    def word(self) -> str:
        """“2026-12”, as in the address."""
        return f"{self.year}-{self.number:02}"

    @property
    def _from_now(self) -> int:
        today = timezone.localdate()
        return (self.year - today.year) * 12 + self.number - today.month


@dataclass
class Day:
    date: date
    is_in_month: bool
    is_today: bool
    events: list[Event] = field(default_factory=list)


@dataclass
class Sheet:
    """What the template shows of a month."""

    month: Month
    days: list[Day]
    events: list[Event]
    has_more: bool
    query: str

    @property
    def before(self) -> Month | None:
        return self.month.previous if self.month.previous.is_kept else None

    @property
    def after(self) -> Month | None:
        return self.month.next if self.month.next.is_kept else None


def shown_month(filters: Filters, month: Month) -> Sheet:
    """One query. Whole weeks are shown, but only the days of the month have their events on them."""
    begins, ends = midnight(month.first), midnight(month.next.first)
    rows = filters.events().between(begins, ends).first_first().for_listing()
    found = list(rows[: MOST + 1])
    events = found[:MOST]
    on_day = defaultdict(list)
    for event in events:
        day, last = max(first_day(event), month.first), min(last_day(event), month.next.first - DAY)
        while day <= last:
            on_day[day].append(event)
            day += DAY
    today = timezone.localdate()
    days = [Day(day, day.month == month.number, day == today, on_day.get(day, [])) for day in _weeks(month)]
    return Sheet(month, days, events, len(found) > MOST, filters.choices.query)


def _weeks(month: Month):
    """From the Monday before the first day to the Sunday after the last."""
    day, end = month.first - timedelta(days=month.first.weekday()), month.next.first
    while day < end or day.weekday():
        yield day
        day += DAY
