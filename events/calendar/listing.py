"""The lists of events: what comes, the nearest first, and what was, the newest first."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.http import Http404
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.dates import month_name, month_year
from core.keyset import Cursor, turn
from core.readers import for_one, reader
from events.calendar.filters import Filters
from events.calendar.months import Month, shown_month
from events.models import Event
from events.tours.listing import tours_going_on
from events.when import first_day

PER_PAGE = 12


@dataclass
class Group:
    """Events under one heading: „тази седмица“, „декември“."""

    title: str
    is_soon: bool = False
    events: list[Event] = field(default_factory=list)


def show_coming(page, request):
    user, now = reader(request), timezone.now()
    filters = Filters(request.GET, user)
    place = _place_from(request)
    rows = filters.events().coming_at(now).first_first().for_listing()
    found = list((rows.after(*place) if place else rows)[: PER_PAGE + 1])
    if place and not found:
        raise Http404
    events = found[:PER_PAGE]
    shown = {
        "groups": grouped(events, timezone.localdate()),
        "events": events,
        "kinds": filters.kinds_at(now),
        "further": filters.choices.address(**{"from": place_of(events[-1])}) if len(found) > PER_PAGE else "",
        "is_first": place is None,
        "month": None if place else shown_month(filters, _month_to_show(events)),
        "tours": [] if place or filters.choices.is_narrowed else tours_going_on(user),
    }
    return _answer(page, request, filters, shown)


def show_past(page, request):
    user, now = reader(request), timezone.now()
    filters = Filters(request.GET, user)
    cursor = Cursor.from_request(request)
    turned = turn(filters.events().past_at(now).newest_first().for_listing(), cursor, PER_PAGE)
    if cursor and not turned.rows:
        raise Http404
    shown = {
        "groups": grouped(turned.rows, None),
        "events": turned.rows,
        "kinds": filters.all_kinds,
        "newer": turned.newer and filters.choices.address(after=turned.newer),
        "older": turned.older and filters.choices.address(before=turned.older),
        "is_past": True,
    }
    return _answer(page, request, filters, shown)


def show_month(page, request, year: int, number: int):
    """One month; outside of what anybody looks for a plain page that asks the database nothing about events."""
    month = Month(year, number)
    if not month.is_kept:
        response = page.render(request, context_overrides={"month": month}, template="events/month_out_of_reach.html")
        response.headers["X-Robots-Tag"] = "noindex"
        return response
    filters = Filters(request.GET, reader(request))
    response = _answer(page, request, filters, {"month": shown_month(filters, month)}, "events/month.html")
    if not month.is_near:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def grouped(events: list[Event], today: date | None) -> list[Group]:
    """By months, what is left of this week before them; the year is said when it is another than that of `today`."""
    groups: list[Group] = []
    week_ends = _end_of_week(today) if today else None
    for event in events:
        day = first_day(event)
        is_soon = week_ends is not None and day < week_ends
        title = _("This week") if is_soon else capfirst(_month(day, today))
        if not groups or groups[-1].title != title:
            groups.append(Group(title, is_soon))
        groups[-1].events.append(event)
    return groups


def place_of(event: Event) -> str:
    """“2026-12-10T08:00:00+00:00_17”."""
    return f"{event.starts_at.isoformat()}_{event.pk}"


def _place_from(request) -> tuple[datetime, int] | None:
    text = request.GET.get("from")
    if not text:
        return None
    cursor = Cursor.read(text)
    return cursor.moment, cursor.pk


def _month(day: date, today: date | None) -> str:
    return month_name(day) if today and day.year == today.year else month_year(day)


def _month_to_show(events: list[Event]) -> Month:
    """That of the first event after this week, which stands at the head of the list anyway."""
    today = timezone.localdate()
    days = [day for day in map(first_day, events) if day >= today]
    day = next((day for day in days if day >= _end_of_week(today)), days[0] if days else today)
    month = Month(day.year, day.month)
    return month if month.is_kept else Month(today.year, today.month)


def _end_of_week(today: date) -> date:
    """The next Monday."""
    return today + timedelta(days=7 - today.weekday())


def _answer(page, request, filters: Filters, shown: dict, template: str | None = None):
    response = page.render(request, context_overrides=shown | {"filters": filters}, template=template)
    if filters.choices.is_narrowed:
        response.headers["X-Robots-Tag"] = "noindex"
    return for_one(response, filters.user)
