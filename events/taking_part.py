"""Who takes part in an event, told to apps that keep something for participants."""

from allauth.account.models import EmailAddress
from django.db.models import Q

from events.enums import SeatState
from events.models import Seat
from members import taking_part


def events_of(user):
    """With a seat, by a registration sent when logged in or from an address that is shown to be hers."""
    addresses = EmailAddress.objects.filter(user=user.pk, verified=True).values("email")
    hers = Q(attendee__registration__person=user.pk) | Q(
        attendee__registration__email__in=addresses, attendee__registration__confirmed_at__isnull=False
    )
    return Seat.objects.filter(hers, state=SeatState.CONFIRMED).order_by().values("part__event")


taking_part.tell(events_of)
