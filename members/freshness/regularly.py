"""Once a day, in the morning, whoever is due is asked."""

from django.core.cache import cache
from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from members.freshness.actions import ask

FROM_HOUR = 8
ONE_DAY = 24 * 60 * 60


@receiver(tick)
def ask_whether_it_still_holds(sender, **kwargs):
    now = timezone.localtime()
    if now.hour >= FROM_HOUR and cache.add(f"members:still-right:{now:%Y-%m-%d}", True, ONE_DAY):
        ask(now.date())
