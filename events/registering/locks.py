"""How seats are looked at when they are about to change: first their parts are locked, in the order of their keys."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from events.models import EventPart, Registration, Seat
from events.registering.refusals import Refused


def lock(keys: Iterable[int]) -> dict[int, EventPart]:
    parts = EventPart.objects.select_for_update(of=("self",)).select_related("event")
    return {part.pk: part for part in parts.filter(pk__in=set(keys)).order_by("pk")}


def lock_of(registration: Registration) -> dict[int, EventPart]:
    return lock(Seat.objects.filter(attendee__registration=registration).values_list("part", flat=True))


def lock_all(event_pk: int) -> dict[int, EventPart]:
    return lock(EventPart.objects.filter(event=event_pk).values_list("pk", flat=True))


def lock_seats(registrations: Iterable[int]) -> None:
    """Of these forms, in the order of their keys: the door locks those that it marks in the same order, and no parts.
    Its marks wait until the seats are unlocked."""
    list(
        Seat.objects.select_for_update(of=("self",))
        .filter(attendee__registration__in=registrations)
        .order_by("pk")
        .only("pk")
    )


def locked(seat: Seat) -> tuple[Seat, EventPart]:
    """One that was merged into another meanwhile is not there any more."""
    part = lock([seat.part_id])[seat.part_id]
    seat = seats_with_people(pk=seat.pk).first()
    if seat is None:
        raise Refused(_("This was decided already."))
    seat.part = part
    return seat, part


def seats_with_people(**which):
    return Seat.objects.select_related("attendee__registration__event", "part").filter(**which).order_by("pk")
