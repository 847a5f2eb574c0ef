"""What the search does at a tick: tidies the counted queries, and catches up with what nobody told it."""

from django.core.cache import cache
from django.dispatch import receiver
from django.utils import timezone

from core.findable import findables
from core.regularly import tick
from search import checks, counting, index
from search.rebuilding import rebuild

HOUR, DAY = 3600, 24 * 3600


@receiver(tick)
def what_is_due(sender, **kwargs):
    """What opens at a moment is found from then on."""
    now = timezone.now()
    for found in findables():
        pks = list(found.due(now))
        if pks:
            index.refresh(found, pks)


@receiver(tick)
def catch_up(sender, **kwargs):
    """Once an hour: rows that were changed without a signal, or whose background work was lost."""
    if cache.add(f"search-caught-up:{timezone.now():%Y%m%d%H}", True, HOUR) and rebuild():
        checks.kept.forget()


@receiver(tick)
def forget_old_queries(sender, **kwargs):
    if cache.add(f"search-forgotten:{timezone.localdate()}", True, DAY):
        counting.forget_old()
