"""What this app does at every tick."""

from django.core.cache import cache
from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from members import inactivity, tidying
from members.joining import actions

DAY = 24 * 3600


@receiver(tick)
def forget_drafts(sender, **kwargs):
    actions.clean_up()


def daily(do):
    """Once a day; more often, by several processes, does no harm."""

    def when_due(sender, **kwargs):
        if cache.add(f"daily:{do.__name__}:{timezone.localdate()}", True, DAY):
            do()

    return when_due


@receiver(tick)
@daily
def tidy():
    tidying.tidy()


@receiver(tick)
@daily
def look_for_inactive_people():
    inactivity.warn()
    inactivity.close()
