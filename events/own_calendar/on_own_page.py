"""„Моите събития“ in short on a person's own page: what is ahead, with how one stands, and the way to all of it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import language
from events.enums import TAKING, SeatState
from events.models import Event, Registration
from members.own_page import OwnPart, register

FEW = 3
ALIVE = (*TAKING, SeatState.WAITING)


def show_on_own_page() -> None:
    register(OwnPart("calendar", _("Events"), "events/on_own_page.html", 100, coming))


def coming(person) -> dict:
    """The next registrations, the first first; whatever number there is, two queries."""
    rows = (
        Registration.objects.filter(person=person, attendees__seats__state__in=ALIVE, erased_at=None)
        .filter(event__in=Event.objects.visible_to(person).coming_at(timezone.now()).values("pk"))
        .select_related("event__organization", "event__settlement")
        .order_by("event__starts_at", "pk")
        .distinct()
    )
    found = list(rows[: FEW + 1])
    sure = set(
        Registration.objects.filter(pk__in=[one.pk for one in found], attendees__seats__state=SeatState.CONFIRMED)
        .values_list("pk", flat=True)
        .distinct()
    )
    return {
        "registrations": [
            {
                "event": one.event,
                "title": one.event.title_in(language.active()),
                "url": reverse("events:registration", args=[one.token]),
                "place": one.event.settlement.written(language.active()) if one.event.settlement_id else "",
                "has_seat": one.pk in sure,
            }
            for one in found[:FEW]
        ],
        "has_more": len(found) > FEW,
        "more_url": reverse("events:own-calendar"),
        "more": _("See my events"),
    }
