"""What this app does at every tick."""

from django.dispatch import receiver

from core.regularly import tick
from members.joining import actions


@receiver(tick)
def forget_drafts(sender, **kwargs):
    actions.clean_up()
