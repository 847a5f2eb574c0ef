"""The form with which one registers for an event."""

from datetime import datetime, timedelta

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import former_words, language
from core.dates import day_time
from core.rate_limit import too_many
from core.site_map import site_map
from core.views.private import private
from events.addresses import event_address
from events.enums import SeatState, State
from events.models import Event, EventPart, Registration
from events.registering import seats, unconfirmed, words
from events.registering.forms import Sheet
from events.registering.room import to_be_had
from events.when import first_day
from events.where import whole_place

PER_HOUR, FILES_PER_HOUR, UNCONFIRMED_PER_HOUR = 40, 60, 5
HOUR = timedelta(hours=1)
TOO_MANY = _("Too many registrations in one hour from here. What you wrote is still below; please send it later.")
UNCONFIRMED = _(
    "Several registrations from here are not confirmed yet. Please open the letters and confirm them first; what you "
    "wrote is still below."
)
BESIDE = ("organization", "settlement__municipality__province")


@private
def register(request, slug: str):
    event = Event.objects.visible_to(request.user).filter(slug=slug).select_related(*BESIDE).first()
    if event is None:
        renamed = former_words.find(Event.objects.visible_to(request.user), slug)
        if renamed is None:
            raise Http404
        return redirect("events:register", renamed.slug, permanent=True)
    now = timezone.now()
    parts = list(event.parts.filter(registration=True).order_by("starts_at", "sort_order"))
    open_parts = [] if event.state == State.CANCELLED else [part for part in parts if part.is_open_at(now)]
    if not open_parts:
        return render(request, "events/registering/closed.html", about(event) | {"why": why_closed(event, parts, now)})
    status, sheet = 200, _sheet(request, event, open_parts)
    if sheet.is_valid():
        registration, people = sheet.registration(now)
        is_new = not Registration.objects.filter(key=registration.key).exists()
        if is_new and (too_many(request, "register", PER_HOUR, 3600) or _is_flooded(registration, now)):
            sheet.writer.add_error(None, TOO_MANY)
            status = 429
        elif is_new and not registration.confirmed_at and unconfirmed.holds_too_many(request, _seats_for(people)):
            sheet.writer.add_error(None, UNCONFIRMED)
            status = 429
        else:
            try:
                kept = seats.take(registration, people)
                if is_new and not kept.confirmed_at:
                    unconfirmed.note(request, kept)
                return redirect("events:registration", kept.token)
            except seats.Refused as refusal:
                sheet.writer.add_error(None, refusal)
    shown = about(event) | {"sheet": sheet, "parts": [_part(part, sheet) for part in open_parts]}
    shown["is_full"] = all(part["free"] == 0 for part in shown["parts"])
    shown["longest_line"] = max(part["waiting"] for part in shown["parts"])
    shown["closes_first"] = min(part["closes_at"] for part in shown["parts"])
    shown["closed_parts"] = [part.name_in(language.active()) for part in parts if part not in open_parts]
    return render(request, "events/registering/register.html", shown, status=status)


def about(event: Event) -> dict:
    """What stands beside every page of a registration."""
    code = language.active()
    return {
        "event": event,
        "title": event.title_in(code),
        "event_url": event_address(event.slug, code),
        "calendar": next(iter(site_map().of_kind("EventIndexPage", code)), None),
        "host": words.host(event, code),
        "first_day": first_day(event),
        "when": words.when(event),
        "where": whole_place(event, code),
    }


def why_closed(event: Event, parts: list[EventPart], now: datetime) -> str:
    if event.state == State.CANCELLED:
        return _("The event is cancelled.")
    if event.is_past_at(now):
        return _("The event is over.")
    if not parts:
        return _("One comes to this event without registering.")
    if opening := [part.opens_at for part in parts if part.opens_at and part.opens_at > now]:
        return _("Registration opens on %(moment)s.") % {"moment": day_time(min(opening))}
    return _("Registration is closed.")


def _sheet(request, event: Event, parts: list[EventPart]) -> Sheet:
    if request.method != "POST":
        return Sheet(event, parts, request.user)
    files = request.FILES
    if files and too_many(request, "answer-file", FILES_PER_HOUR, 3600):
        files = None
    return Sheet(event, parts, request.user, request.POST, files)


def _seats_for(people: list[seats.Person]) -> int:
    return sum(len(person.answers) for person in people)


def _is_flooded(registration: Registration, now: datetime) -> bool:
    """Somebody's address is typed in again and again, and nobody confirms: no more letters there for now."""
    lately = Registration.objects.filter(email=registration.email, confirmed_at=None, created_at__gt=now - HOUR)
    return registration.confirmed_at is None and lately.count() >= UNCONFIRMED_PER_HOUR


def _part(part: EventPart, sheet: Sheet) -> dict:
    """One of the tiles: when, for whom, how many seats are left or how many wait; and how many stand on the form."""
    code, free, asked = language.active(), to_be_had(part), sheet.chosen[str(part.pk)]
    waiting = part.seats.filter(state=SeatState.WAITING).count()
    would_wait = 0 if free is None else max(0, asked - free)
    return {
        "pk": part.pk,
        "name": part.name_in(code),
        "when": words.when_of_part(part),
        "for_whom": words.for_whom(part, code),
        "free": free,
        "coming": asked - would_wait,
        "would_wait": would_wait,
        "closes_at": part.registration_ends_at,
        "capacity": part.for_everybody,
        "waiting": waiting,
        "needs_approval": part.needs_approval,
    }
