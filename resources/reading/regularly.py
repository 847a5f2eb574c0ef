"""Files that wait to be looked into, at a tick: where there is a worker, what it lost on the way (it was ended, or the
disk was full); without one, all of them."""

import time
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from resources.enums import Reading
from resources.models import MaterialVersion
from resources.reading.tasks import look_through

AN_HOUR = timedelta(hours=1)
GIVEN_UP_AFTER = timedelta(days=2)
SECONDS = 60
"""After them no further file is begun: letters wait for the same tick."""


@receiver(tick)
def look_through_waiting(**_signal) -> None:
    """Each once an hour, and for two days from the first time on: what ends every worker is not tried for ever, and
    what waited while the portal stood still is not given up unread."""
    now, begun = timezone.now(), time.monotonic()
    waiting = MaterialVersion.objects.filter(reading=Reading.WAITING).order_by("pk")
    if settings.HAS_WORKER:
        waiting = waiting.filter(uploaded_at__lt=now - AN_HOUR)
    for pk in list(waiting.values_list("pk", flat=True)):
        since = cache.get_or_set(f"waits-since:{pk}", now, 2 * GIVEN_UP_AFTER.total_seconds())
        if now - since > GIVEN_UP_AFTER:
            waiting.filter(pk=pk).update(reading=Reading.UNREADABLE)
        elif cache.add(f"looked-at:{pk}", True, AN_HOUR.total_seconds()):
            (look_through.enqueue if settings.HAS_WORKER else look_through.call)(pk)
        if time.monotonic() - begun > SECONDS:
            return
