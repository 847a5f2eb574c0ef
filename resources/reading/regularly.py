"""Files that wait where no worker looks into them: the tick does. What a worker lost: `again.py`."""

import time

from django.conf import settings
from django.dispatch import receiver

from core.regularly import tick
from resources.enums import Reading
from resources.models import MaterialVersion
from resources.reading.tasks import look_through

SECONDS = 60
"""After them no further file is begun: letters wait for the same tick."""


@receiver(tick)
def look_through_waiting(**_signal) -> None:
    if settings.HAS_WORKER:
        return
    waiting = MaterialVersion.objects.filter(reading=Reading.WAITING).order_by("pk")
    begun = time.monotonic()
    for pk in list(waiting.values_list("pk", flat=True)):
        look_through.call(pk)
        if time.monotonic() - begun > SECONDS:
            return
