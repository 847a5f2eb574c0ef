from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import published

from members.models import PartnerOffer

State = PartnerOffer.State


@receiver(published, sender=PartnerOffer)
def begin(sender, instance, **kwargs):
    """It seeks from its first publishing on, and again when a new deadline is published after one that passed."""
    is_new = instance.state_changed_at is None
    is_back = instance.state == State.EXPIRED and instance.deadline >= timezone.localdate()
    if is_new or is_back:
        state = State.OPEN if is_back else instance.state
        PartnerOffer.objects.filter(pk=instance.pk).update(state=state, state_changed_at=timezone.now())
