"""What must happen when an event is published: calendars learn what has changed."""

from datetime import datetime
from hashlib import sha256

from django.db.models import F
from django.dispatch import receiver
from wagtail.signals import published

from events.ical_lines import utc
from events.models import Event

COMES_BY = (
    *("title_bg", "title_en", "starts_at", "ends_at", "all_day", "state", "is_online"),
    *("place_bg", "place_en", "hall_bg", "hall_en", "address_bg", "address_en"),
    *("settlement_id", "latitude", "longitude"),
)
"""What people come by: title, time, place, state."""


@receiver(published, sender=Event)
def count_change(sender=Event, instance: Event | None = None, **kwargs) -> bool:
    """Makes SEQUENCE grow by one when the event differs from what calendars were told last; whether it did.

    For whoever changes the live event without publishing it: `count_change(instance=event)` after saving.
    """
    told = _fingerprint(instance)
    others = Event.objects.filter(pk=instance.pk).exclude(told=told)
    # Who is published for the first time has told nothing yet.
    is_new = others.filter(told="").update(told=told)
    has_changed = not is_new and bool(others.update(told=told, sequence=F("sequence") + 1))
    instance.told = told
    if has_changed:
        instance.sequence += 1
    return has_changed


def _fingerprint(event: Event) -> str:
    values = [_as_text(getattr(event, name)) for name in COMES_BY]
    return sha256("\x1f".join(values).encode()).hexdigest()


def _as_text(value) -> str:
    if isinstance(value, datetime):
        return utc(value)
    return "" if value is None else str(value)
