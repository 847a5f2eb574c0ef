"""The tour of the demo: its call, what local action groups have offered, its stops; what is there already stays."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from events.models import Event, Tour, TourOffer, TourOfferDay
from home.demo.blocks import SAMPLE
from home.demo.made import Made
from home.demo.places import find
from home.demo.reading import Text, entries
from home.demo.references import as_one
from members.models import Organization

FILE = "tours.toml"
State = TourOffer.State
SENT_AGO, DECIDED_AGO = timedelta(days=6), timedelta(days=3)


def load_tours(made: Made) -> None:
    for slug, text in entries(FILE, "tour").items():
        if not Tour.objects.filter(slug=slug).exists():
            _tour(slug, text, made)


@transaction.atomic
def remove_tours() -> None:
    """With the offers that the demo made; a tour with offers of others stays."""
    for slug, text in entries(FILE, "tour").items():
        groups = [offer.need("organization") for offer in text.parts("offers")]
        TourOffer.objects.filter(tour__slug=slug, organization__slug__in=groups).delete()
        Tour.objects.filter(slug=slug, offers=None).delete()


@as_one()
def _tour(slug: str, text: Text, made: Made) -> None:
    today = timezone.localdate()
    first, last = text.need("wished_days", list)
    tour = Tour.objects.create(
        slug=slug,
        call_until=today + timedelta(text.need("call_days", int)),
        wished_from=today + timedelta(first),
        wished_to=today + timedelta(last),
        funding=made.funding_of(text),
        is_public=True,
        **{f"{name}_{code}": text.need(f"{name}_{code}") for name in ("title", "summary") for code in ("bg", "en")},
        **{f"text_{code}": _with_note(text, code) for code in ("bg", "en")},
    )
    for event in Event.objects.filter(slug__in=text.need("stops", list)):
        event.tour = tour
        event.save(update_fields=["tour"])
    for offer in text.parts("offers"):
        _offer(tour, offer)


def _offer(tour: Tour, text: Text) -> None:
    state = State(text.get("state", State.OFFERED))
    now, today = timezone.now(), timezone.localdate()
    offer = TourOffer(
        tour=tour,
        organization=Organization.objects.get(slug=text.need("organization")),
        settlement=find(*text.need("place").split("/")),
        place=text.need("building"),
        hall=text.get("hall", ""),
        expected=text.need("expected", int),
        contact_role=text.need("contact_role"),
        note=text.get("note", ""),
        state=state,
        reason=text.get("reason", ""),
        decided_at=None if state == State.OFFERED else now - DECIDED_AGO,
        event=Event.objects.filter(slug=text["event"]).first() if "event" in text else None,
    )
    offer.days = [TourOfferDay(day=today + timedelta(days), sort_order=n) for n, days in enumerate(text["days"])]
    offer.save()
    TourOffer.objects.filter(pk=offer.pk).update(sent_at=now - SENT_AGO)


def _with_note(text: Text, code: str) -> str:
    """The text with the line that says that it is a sample."""
    title, note = SAMPLE[code]
    return text.need(f"text_{code}").strip() + note.replace("<p>", f"<p><b>{title}.</b> ")
