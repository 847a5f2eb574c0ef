"""Files that nobody has looked into yet: all of them where no worker does it, else those that one lost."""

import time
from datetime import timedelta

from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from resources.enums import Reading
from resources.models import MaterialVersion
from resources.reading.tasks import look_through

LOST_AFTER = timedelta(hours=1)
SECONDS = 60
"""After them no further file is begun: letters wait for the same tick."""


@receiver(tick)
def look_through_waiting(**_signal) -> None:
    waiting = MaterialVersion.objects.filter(reading=Reading.WAITING).order_by("pk")
    if settings.HAS_WORKER:
        waiting = waiting.filter(uploaded_at__lt=timezone.now() - LOST_AFTER)
    begun = time.monotonic()
    for pk in list(waiting.values_list("pk", flat=True)):
        look_through.call(pk)
        if time.monotonic() - begun > SECONDS:
            return
