"""A new event that begins with what an earlier one had: its text, parts, programme and reminders, on other days."""

from copy import copy
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from core.dates import SOFIA
from events.models import Event, Series

TEXTS = ("title", "summary", "text", "for_whom", "place", "hall", "address", "hints")
COPIED = (
    *(f"{name}_{code}" for name in TEXTS for code in ("bg", "en")),
    *("organization", "kind", "audience", "picture", "funding", "settlement", "latitude", "longitude"),
    *("all_day", "is_online", "services", "hold_hours", "offer_hours", "retention_months"),
)
CHOSEN = ("co_hosts", "themes", "rubrics")
MOMENTS = ("starts_at", "ends_at", "opens_at", "closes_at")
WEEK = timedelta(days=7)


def begun_from(earlier: Event, **changes) -> Event:
    """Not saved yet. With `starts_at` all times move along, by the clock on the wall; else they move by whole weeks
    into the time ahead."""
    begun = Event(**{name: getattr(earlier, name) for name in COPIED} | changes)
    begun.starts_at = changes.get("starts_at") or _same_weekday_ahead(earlier.starts_at)
    begun.ends_at = _moved(earlier.ends_at, earlier, begun)
    for name in CHOSEN:
        setattr(begun, name, list(getattr(earlier, name).all()))
    begun.parts = [_row(part, earlier, begun) for part in earlier.parts.all()]
    begun.programme = [_row(item, earlier, begun) for item in earlier.programme.all()]
    begun.reminders = [_row(reminder, earlier, begun) for reminder in earlier.reminders.all()]
    return begun


@transaction.atomic
def add_dates(event: Event, rows: list[dict], publish: bool, user) -> list[Event]:
    """The same event on other dates, in other places: each row has what differs (`starts_at`, `settlement`,
    `place_bg`, `place_en`, `capacity`). All of them, the first too, are one series. A form that comes
    twice adds nothing the second time."""
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if event.series is None:
        event.series = Series.objects.create(organization=event.organization, title=event.title_bg)
        Event.objects.filter(pk=event.pk).update(series=event.series)
    made = []
    for row in rows:
        capacity = row.get("capacity")
        changes = {name: value for name, value in row.items() if name != "capacity" and value not in ("", None)}
        if "settlement" in changes:
            changes = {"latitude": None, "longitude": None, "address_bg": "", "address_en": ""} | changes
        another = begun_from(event, **changes)
        another.series = event.series
        if _is_there(another):
            continue
        for part in another.parts.all() if capacity else ():
            part.capacity, part.reserved = capacity, min(part.reserved, capacity)
        another.live = False
        another.save()
        revision = another.save_revision(user=user)
        if publish:
            revision.publish(user=user, skip_permission_checks=True)  # asked by who calls, about this organisation
        made.append(another)
    return made


def _is_there(event: Event) -> bool:
    same = {name: getattr(event, name) for name in ("starts_at", "settlement", "place_bg")}
    return event.series.events.filter(**same).exists()


def _row(row, earlier: Event, begun: Event):
    """A part or an item of the programme for the new event; nobody is registered for it yet."""
    new = copy(row)
    new.pk, new.event = None, begun
    for name in MOMENTS:
        if getattr(row, name, None):
            setattr(new, name, _moved(getattr(row, name), earlier, begun))
    return new


def _moved(moment: datetime, earlier: Event, begun: Event) -> datetime:
    """By the clock on the wall: what began at ten begins at ten, also when the clock was changed in between."""
    since = _wall(moment) - _wall(earlier.starts_at)
    return (_wall(begun.starts_at) + since).replace(tzinfo=SOFIA)


def _same_weekday_ahead(moment: datetime) -> datetime:
    weeks = max(1, (timezone.now() - moment) // WEEK + 2)
    return (_wall(moment) + weeks * WEEK).replace(tzinfo=SOFIA)


def _wall(moment: datetime) -> datetime:
    return moment.astimezone(SOFIA).replace(tzinfo=None)
