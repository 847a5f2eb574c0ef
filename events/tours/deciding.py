"""What becomes of an offer to host: accepted, declined or withdrawn; whoever presses how often, once."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from core.dates import SOFIA
from events.enums import Kind
from events.models import Event, TourOffer
from events.tours import letters

State = TourOffer.State
LASTS = timedelta(hours=6)
"""How long a stop lasts until its host says otherwise."""


@transaction.atomic
def accept(pk: int, day: date, at: time, user) -> Event | None:
    """The draft of the event that begins with it: the host's, in the place that was offered, a stop of the tour. None
    when it was decided before."""
    offer = _waiting(pk)
    if offer is None:
        return None
    offer.event = _begin(offer, datetime.combine(day, at, SOFIA), user)
    _decide(offer, State.ACCEPTED, user)
    letters.accepted(offer)
    return offer.event


@transaction.atomic
def decline(pk: int, reason: str, user) -> bool:
    """Whether it was done; the reason goes to the host by letter."""
    offer = _waiting(pk)
    if offer is None:
        return False
    offer.reason = reason
    _decide(offer, State.DECLINED, user)
    letters.declined(offer)
    return True


@transaction.atomic
def withdraw(pk: int, user) -> bool:
    """By the host; it may offer anew while the call is open."""
    offer = _waiting(pk)
    if offer is None:
        return False
    _decide(offer, State.WITHDRAWN, user)
    letters.withdrawn(offer)
    return True


def _waiting(pk: int) -> TourOffer | None:
    """Locked, so that of two decisions one finds it decided."""
    offers = TourOffer.objects.select_for_update(of=("self",)).select_related("tour", "organization", "settlement")
    return offers.filter(pk=pk, state=State.OFFERED).first()


def _decide(offer: TourOffer, state: State, user) -> None:
    offer.state, offer.decided_at, offer.decided_by = state, timezone.now(), user
    offer.save(update_fields=["state", "reason", "event", "decided_at", "decided_by", "changed_at"])
    log(offer, f"portal.tour_offer.{state}", user=user)


def _begin(offer: TourOffer, starts_at: datetime, user) -> Event:
    tour, settlement = offer.tour, offer.settlement
    event = Event(
        organization=offer.organization,
        tour=tour,
        kind=Kind.FORUM,
        title_bg=f"{tour.title_bg} – {settlement.written('bg')}",
        title_en=f"{tour.title_en} – {settlement.written('en')}" if tour.title_en else "",
        summary_bg=tour.summary_bg or "",
        summary_en=tour.summary_en or "",
        place_bg=offer.place,
        hall_bg=offer.hall,
        settlement=settlement,
        funding=tour.funding,
        starts_at=starts_at,
        ends_at=starts_at + LASTS,
        live=False,
    )
    event.save()
    event.save_revision(user=user)
    return event
