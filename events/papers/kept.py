"""Papers that everybody may ask for are set once and kept: setting one costs a third of a second."""

from collections.abc import Callable

from django.core.cache import cache

from events.models import Event

KEPT = 60 * 60
"""Seconds; a published change makes another one at once."""


def kept(name: str, event: Event, code: str, make: Callable[[Event, str], bytes]) -> bytes:
    moment = event.last_published_at.timestamp() if event.last_published_at else 0
    key = f"events:{name}:{event.pk}:{code}:{event.sequence}:{moment}"
    found = cache.get(key)
    if found is None:
        found = make(event, code)
        cache.set(key, found, KEPT)
    return found
