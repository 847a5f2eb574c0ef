"""What is done at every tick: seats let go, reminders, changes told, uploads of forms that were never sent."""

from datetime import timedelta

from django.dispatch import receiver
from django.utils import timezone

from core.regularly import tick
from events.models import AnswerFile, EventPart, Seat
from events.registering import seats, telling

KEPT_FOR = timedelta(days=1)


@receiver(tick)
def let_seats_go(**_signal) -> None:
    now = timezone.now()
    seats.expire(now)
    for pk in _with_people_in_line(now):
        seats.promote([pk])


@receiver(tick)
def write_letters(**_signal) -> None:
    now = timezone.now()
    telling.tell_changes(now)
    telling.send_reminders(now)


@receiver(tick)
def tidy_uploads(**_signal) -> None:
    AnswerFile.objects.filter(registration=None, uploaded_at__lt=timezone.now() - KEPT_FOR).delete()


def _with_people_in_line(now) -> list[int]:
    """Parts where somebody waits although a seat is free: the host put up more."""
    in_line = Seat.objects.in_line().order_by().values("part")
    parts = EventPart.objects.filter(pk__in=in_line, event__ends_at__gt=now).with_seats_taken().select_related("event")
    return [
        part.pk
        for part in parts
        if part.offers_end_at > now and (part.capacity is None or part.taken < part.for_everybody)
    ]
