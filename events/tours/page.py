"""A tour as readers see it: what it is, until when hosts are sought, its stops, and the map of the territories."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import former_words, language, pictures
from core.readers import for_one, reader
from core.typography import excerpt
from core.written import written
from events.addresses import event_address, tour_address
from events.models import Event, Tour
from events.tours.drawing import draw
from events.tours.territories import EMPTY, HOSTED, PLANNED, is_held, stops_of, territories
from events.when import first_day, in_short

TEXTS = ("title", "summary", "text")


def show(page, request, slug: str):
    """Leads on from an address that the tour had before; raises Http404 for what is not public."""
    user = reader(request)
    tours = Tour.objects.visible_to(user)
    tour = tours.filter(slug=slug).select_related("funding").first()
    if tour is not None:
        return for_one(_render(page, request, tour, user), user)
    renamed = former_words.find(tours, slug)
    if renamed is None:
        raise Http404
    return for_one(redirect(tour_address(renamed.slug, language.active()), permanent=user is None), user)


def _render(page, request, tour: Tour, user):
    code, now, today = language.active(), timezone.now(), timezone.localdate()
    request.page = page
    request.written_in = ("bg", "en") if tour.title_en else ("bg",)
    texts = {name: written(getattr(tour, f"{name}_bg"), getattr(tour, f"{name}_en"), code) for name in TEXTS}
    stops = stops_of(tour, user)
    found = territories(stops, now, code)
    if tour.funding:
        pictures.fetch_for([tour.funding.emblems], [])
    coming = [event for event in stops if not is_held(event, now) and not event.is_past_at(now)]
    next_stop = next((event for event in coming if not event.is_cancelled), None)
    shown = {
        "tour": tour,
        **texts,
        "is_only_bulgarian": bool(texts["title"].lang),
        "is_open": tour.is_open_on(today),
        "days_left": (tour.call_until - today).days,
        "offer_url": f"{reverse(offers_space('add'))}?tour={tour.pk}",
        "next_stop": _next(next_stop, code) if next_stop else None,
        "coming": [_stop(event, now, code) for event in coming],
        "past": [_stop(event, now, code) for event in reversed(stops) if event not in coming],
        "groups": _groups(found),
        "number": len(found),
        "map": draw(found, _("Map of the territories; the list beside it says the same"), code),
        "short": excerpt(texts["summary"].text or texts["text"].text or texts["title"].text, 160),
    }
    return page.render(request, context_overrides=shown, template="events/tours/tour.html")


def offers_space(name: str) -> str:
    """The name of an address of the offers in the admin."""
    return f"wagtailsnippets_events_touroffer:{name}"


def _groups(found) -> list[dict]:
    """The territories by their state, in the order of the legend."""
    words = {HOSTED: _("It was there"), PLANNED: _("It is coming"), EMPTY: _("Not yet")}
    return [
        {"state": state, "title": title, "territories": [one for one in found if one.state == state]}
        for state, title in words.items()
    ]


def _stop(event: Event, now, code: str) -> dict:
    url = event_address(event.slug, code)
    return {
        "event": event,
        "report_url": f"{url}otchet/" if event.has_report and is_held(event, now) and url else "",
    }


def _next(event: Event, code: str) -> dict:
    return {
        "event": event,
        "title": event.title_in(code),
        "url": event_address(event.slug, code),
        "day": first_day(event),
        "when": in_short(event),
        "place": _place(event, code),
        "host": event.organization.name_in(code),
    }


def _place(event: Event, code: str) -> str:
    """Of an event in a list, which does not know the hall and the street."""
    place = written(event.place_bg, event.place_en, code).text
    settlement = event.settlement.written(code) if event.settlement_id else ""
    return ", ".join(filter(None, (place, settlement)))
