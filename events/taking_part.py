"""Who takes part in an event, told to apps that keep something for participants."""

from allauth.account.models import EmailAddress
from django.db.models import Q

from core.written import written
from events.addresses import event_address
from events.enums import SeatState
from events.models import Event, Seat
from members import taking_part
from members.models import User


def events_of(user):
    """With a seat, by a registration sent when logged in or from an address that is shown to be hers."""
    addresses = EmailAddress.objects.filter(user=user.pk, verified=True).values("email")
    hers = Q(attendee__registration__person=user.pk) | Q(
        attendee__registration__email__in=addresses, attendee__registration__confirmed_at__isnull=False
    )
    return Seat.objects.filter(hers, state=SeatState.CONFIRMED).order_by().values("part__event")


def people_of(event: int):
    """The same people, asked from the other side."""
    seats = Seat.objects.filter(part__event=event, state=SeatState.CONFIRMED)
    signed_in = seats.values("attendee__registration__person")
    confirmed = seats.filter(attendee__registration__confirmed_at__isnull=False)
    addresses = confirmed.exclude(attendee__registration__email="").values("attendee__registration__email")
    shown = EmailAddress.objects.filter(verified=True, email__in=addresses).values("user")
    return User.objects.filter(Q(pk__in=signed_in) | Q(pk__in=shown), is_active=True).distinct()


def told_of(event: int, user, code: str) -> taking_part.Told | None:
    """One query."""
    found = Event.objects.visible_to(user).filter(pk=event).only("slug", "title", "title_bg", "title_en").first()
    return found and taking_part.Told(written(found.title_bg, found.title_en, code), event_address(found.slug, code))


taking_part.tell(events_of, people_of, told_of)
