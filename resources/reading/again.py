"""A file that nobody finished looking into: the worker was ended while it did, or the disk was full."""

from datetime import timedelta

from django.core.cache import cache
from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from resources.enums import Reading
from resources.models import MaterialVersion
from resources.reading.tasks import look_through

AN_HOUR = timedelta(hours=1)
GIVEN_UP_AFTER = timedelta(days=2)


@receiver(tick)
def look_again(**_signal) -> None:
    """Once an hour; a file that ends every worker is not tried for ever."""
    now = timezone.now()
    waiting = MaterialVersion.objects.filter(reading=Reading.WAITING, uploaded_at__lt=now - AN_HOUR)
    waiting.filter(uploaded_at__lt=now - GIVEN_UP_AFTER).update(reading=Reading.UNREADABLE)
    for pk in waiting.filter(uploaded_at__gte=now - GIVEN_UP_AFTER).values_list("pk", flat=True):
        if cache.add(f"look-again:{pk}", True, AN_HOUR.total_seconds()):
            look_through.enqueue(pk)
