"""„Моите събития“: what a person is registered for, as a calendar behind a secret address."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from core.addresses import absolute
from events.enums import TAKING, SeatState
from events.ical import calendar_of
from events.models import CalendarKey, Event, Registration

BACK = timedelta(days=365)
IN_A_CALENDAR = 500
NOTED_EVERY = timedelta(hours=1)
HOLDS = (SeatState.CONFIRMED,)
"""Whose seat is sure gets the online link."""


def own_events(person):
    """Events in which the person has a seat or waits for an answer about one; cancelled events stay."""
    alive = Registration.objects.filter(person=person, attendees__seats__state__in=(*TAKING, SeatState.WAITING))
    return Event.objects.visible_to(person).filter(pk__in=alive.values("event"))


def online_links(person, events) -> dict[int, str]:
    """By the keys of those events where the person's seat is confirmed."""
    sure = Registration.objects.filter(person=person, attendees__seats__state__in=HOLDS)
    rows = Event.objects.filter(pk__in=[event.pk for event in events]).filter(pk__in=sure.values("event"))
    return dict(rows.exclude(online_link="").values_list("pk", "online_link"))


def own_calendar(key: CalendarKey, address: str) -> bytes:
    person, code = key.person, key.person.language_of_letters
    events = own_events(person).coming_at(timezone.now() - BACK).first_first().for_calendar()
    events = list(events[:IN_A_CALENDAR])
    return calendar_of(events, _("My events"), code, absolute(address), online_links(person, events))


def note_use(key: CalendarKey) -> None:
    """That a program asked for it; at most once an hour."""
    now = timezone.now()
    if key.used_at is None or key.used_at < now - NOTED_EVERY:
        CalendarKey.objects.filter(pk=key.pk).update(used_at=now)
