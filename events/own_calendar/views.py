"""The page on which somebody makes, sees and takes away the address of the own calendar; and that calendar."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.views.private import private
from core.views.sent import sent_to
from events.addresses import as_webcal
from events.ical import CONTENT_TYPE
from events.models import CalendarKey
from events.models.calendar_key import new_key
from events.own_calendar.feed import note_use, own_calendar, own_events


@private
@login_required
@require_safe
def show(request):
    key = CalendarKey.objects.filter(person=request.user).first()
    address = reverse("events:own-calendar-file", args=[key.key]) if key else ""
    context = {
        "key": key,
        "address": as_webcal(address) if key else "",
        "file_url": address,
        "events": own_events(request.user).first_first().for_listing()[:50],
    }
    return render(request, "events/own_calendar.html", context)


@private
@login_required
@sent_to("events:own-calendar")
def make(request):
    """A new address; the one before it leads nowhere from now on."""
    CalendarKey.objects.update_or_create(person=request.user, defaults={"key": new_key(), "used_at": None})
    messages.success(request, _("Your calendar has an address. Show it to nobody."))
    return redirect("events:own-calendar")


@private
@login_required
@sent_to("events:own-calendar")
def revoke(request):
    CalendarKey.objects.filter(person=request.user).delete()
    messages.success(request, _("The address leads nowhere any more."))
    return redirect("events:own-calendar")


@private
@require_safe
def file(request, key: str):
    """For a program that never signs in; nobody's who was suspended or has left."""
    found = CalendarKey.objects.select_related("person").filter(key=key, person__is_active=True).first()
    if found is None:
        raise Http404
    note_use(found)
    with translation.override(found.person.language_of_letters):
        calendar = own_calendar(found, reverse("events:own-calendar"))
    response = HttpResponse(calendar, content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = 'inline; filename="moite-sabitia.ics"'
    return response
