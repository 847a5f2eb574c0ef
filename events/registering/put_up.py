"""More seats for an event: who waits hears of it as soon as it is published, not only at the next tick."""

from django.dispatch import receiver
from wagtail.signals import published

from events.models import Event, Seat
from events.registering import seats


@receiver(published, sender=Event)
def offer_more_seats(instance: Event, **_signal) -> None:
    if parts := list(Seat.objects.in_line().filter(part__event=instance.pk).values_list("part", flat=True)):
        seats.promote(parts)
