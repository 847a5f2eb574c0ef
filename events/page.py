"""One event as readers see it."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import translation

from core import former_words, language
from events.addresses import event_address
from events.models import Event

BESIDE = ("organization", "organization__logo", "settlement__municipality__province", "picture", "funding")


def show(page, request, slug: str):
    """Leads on from an address that the event had before; raises Http404 for what is not published, and for what this
    person may not read."""
    events = Event.objects.visible_to()
    event = events.filter(slug=slug).select_related(*BESIDE).first()
    if event is not None:
        return render(page, request, event)
    renamed = former_words.find(events, slug)
    if renamed is None:
        raise Http404
    return redirect(event_address(renamed.slug, language.active()), permanent=True)


def preview(event: Event, request, code: str):
    """A draft as readers would see it."""
    from events.models import EventIndexPage

    with translation.override(code):
        page = EventIndexPage.objects.filter(locale__language_code=code).first()
        return render(page, request, event).render()


def render(page, request, event: Event):
    request.page = page
    request.written_in = ("bg", "en") if event.title_en else ("bg",)
    return page.render(request, context_overrides={"event": event}, template="events/event.html")
