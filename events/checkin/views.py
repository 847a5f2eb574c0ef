"""The entrance on a phone: the list, the presses, those without a registration, and the worker for a lost line."""

from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_permissions_policy import PermissionsPolicyMiddleware

from core import former_words, language
from core.stylesheet import SOURCES
from events.addresses import event_address
from events.checkin import presses
from events.checkin.guests import guests, heads, matching, part_of_the_hour, parts_with_heads, state_of
from events.checkin.presses import Press, Unreadable
from events.checkin.walk_ins import WalkIn, let_in
from events.hosting import may_run
from events.models import Event
from members import second_factor

CAMERA = PermissionsPolicyMiddleware.compute_header_value(
    settings.PERMISSIONS_POLICY | {"camera": ["self"]}, name="CAMERA"
)
DECODER = "js/qr/decode.js"
"""Reads codes where the browser does not; fetched at set-up (tools/from_npm.py), and not there without npm."""
OURS = "X-Check-In"
"""Marks the one kind of page that the worker may keep."""


def decoder() -> str:
    """Where the reader of codes is; empty where it was not fetched, or only after the static files were collected."""
    try:
        return static(DECODER) if (SOURCES / DECODER).exists() else ""
    except ValueError:
        return ""


@never_cache
@require_safe
def door(request, slug: str):
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?next={request.path}")
    event = event_run_by(request.user, slug)
    if second_factor.is_missing(request):
        return second_factor.go_and_show_it(request, then=request.get_full_path())
    if event.slug != slug:
        return redirect("checkin:door", event.slug)
    code = language.active()
    parts = parts_with_heads(event)
    query = request.GET.get("q", "")[:100].strip()
    shown = {
        "event": event,
        "title": event.title_in(code),
        "guests": matching(guests(event, code), query),
        "query": query,
        "parts": parts,
        "part_now": part_of_the_hour(parts, timezone.now()),
        "heads": heads(event),
        "event_url": event_address(event.slug, code) if event.live else "",
        "desk_url": reverse(event.snippet_viewset.get_url_name("inspect"), args=[event.pk]),
        "key": uuid4(),
        "decoder": decoder(),
        "made": timezone.now().isoformat(),
    }
    answer = render(request, "events/checkin/door.html", shown)
    answer.headers[OURS] = "1"
    answer._permissions_policy_override = CAMERA
    return answer


@never_cache
@require_POST
def press(request, slug: str):
    """A button of the list where no script runs: „12:1“ came, „12:0“ did not."""
    event = _event_for_form(request, slug)
    seat, _colon, came = request.POST.get("press", "").partition(":")
    if seat.isdecimal() and len(seat) < 10 and came in ("0", "1"):
        refused = presses.take_in(event, request.user, [Press(uuid4(), int(seat), came == "1", timezone.now())], [])
        for problem in refused.values():
            messages.error(request, problem)
    return redirect(f"{reverse('checkin:door', args=[slug])}#g{seat if seat.isdecimal() else ''}")


@never_cache
@require_POST
def code(request, slug: str):
    """The code of a badge, typed where no script runs."""
    event = _event_for_form(request, slug)
    typed = "".join(request.POST.get("code", "").upper().split())
    part = request.POST.get("part", "")
    found = [guest for guest in guests(event, language.active()) if guest.attendee.code == typed]
    seats = [seat for guest in found for seat in guest.seats if str(seat.part_id) == part]
    if seats:
        presses.take_in(event, request.user, [Press(uuid4(), seats[0].pk, True, timezone.now())], [])
        messages.success(request, _("%(name)s came.") % {"name": found[0].attendee.name})
    elif found:
        words = _("%(name)s is not registered for this part.") % {"name": found[0].attendee.name}
        messages.warning(request, words)
    else:
        messages.error(request, _("Nobody of this event has the code “%(code)s”.") % {"code": typed[:20]})
    return redirect("checkin:door", slug)


@never_cache
@require_POST
def walk_in(request, slug: str):
    event = _event_for_form(request, slug)
    part = request.POST.get("part", "")
    came = WalkIn(
        _key(request.POST.get("key", "")),
        request.POST.get("name", ""),
        request.POST.get("organization", ""),
        int(part) if part.isdecimal() and len(part) < 10 else 0,
        timezone.now(),
    )
    if problem := let_in(event, request.user, came):
        messages.error(request, problem)
    else:
        messages.success(request, _("%(name)s is written down.") % {"name": came.name})
    return redirect("checkin:door", slug)


@never_cache
@require_POST
def send(request, slug: str):
    """What a phone has gathered; the answer says what is taken in, what is refused and how things stand now."""
    if not request.user.is_authenticated or second_factor.is_missing(request):
        return JsonResponse({"error": _("Please log in again.")}, status=401)
    try:
        event = event_run_by(request.user, slug)
    except Http404:
        return JsonResponse({"error": _("You have no access to this event any more.")}, status=404)
    try:
        sent = presses.read(request.body)
    except Unreadable:
        return JsonResponse({"error": _("The portal could not read what the phone sent.")}, status=400)
    refused = sent.refused | presses.take_in(event, request.user, sent.presses, sent.walk_ins)
    return JsonResponse({"taken": sorted(sent.keys - set(refused)), "refused": refused} | state_of(event))


@require_safe
def worker(request):
    """Stands below /vhod/, so that it looks after nothing else."""
    answer = render(request, "events/checkin/worker.js", content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def event_run_by(person, slug: str) -> Event:
    """Also by a word it had before, which a phone may still have. Raises Http404 for everybody else: whether there is
    such a draft is nobody's business."""
    events = Event.objects.select_related("organization", "settlement")
    event = events.filter(slug=slug).first() or former_words.find(events, slug)
    if event is None or not may_run(person, event):
        raise Http404
    return event


def _event_for_form(request, slug: str) -> Event:
    if second_factor.is_missing(request):
        raise Http404
    return event_run_by(request.user, slug)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
