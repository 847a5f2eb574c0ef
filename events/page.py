"""One event as readers see it."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from core import former_words, language, pictures
from core.readers import for_one, reader
from core.templatetags.pictures import picture_url
from core.typography import excerpt, plain
from core.written import Written, written
from events import beside, calendar_links
from events.addresses import event_address, event_file_address, paper_address, registration_address, tour_address
from events.enums import Service, State
from events.ical import CONTENT_TYPE, invitation
from events.json_ld import json_ld
from events.models import Event
from events.report import shown_report
from events.when import first_day, in_full, weekday
from events.where import coordinates, hall_and_place, street_and_settlement
from members.event_sections import asked_together, filled

BESIDE = ("organization", "settlement__municipality__province", "funding", "tour")
TEXTS = ("title", "summary", "text", "for_whom", "hints", "state_note")


def show(page, request, slug: str):
    """Leads on from an address that the event had before; raises Http404 for what is not published, and for what this
    person may not read."""
    user = reader(request)
    events = Event.objects.visible_to(user)
    event = asked_together(events.filter(slug=slug).select_related(*BESIDE)).first()
    if event is not None:
        return for_one(render(page, request, event, user), user)
    renamed = former_words.find(events, slug)
    if renamed is None:
        raise Http404
    return for_one(redirect(event_address(renamed.slug, language.active()), permanent=user is None), user)


def as_file(page, request, slug: str):
    """For one's own calendar; without the online link."""
    user, code = reader(request), language.active()
    event = Event.objects.visible_to(user).filter(slug=slug).for_calendar().first()
    if event is None:
        raise Http404
    response = HttpResponse(invitation(event, code), content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return for_one(response, user)


def as_paper(page, request, slug: str, make):
    """To print: `make` gives the PDF of an event in a language."""
    user, code = reader(request), language.active()
    event = Event.objects.visible_to(user).filter(slug=slug).select_related(*BESIDE, "organization__logo").first()
    if event is None:
        raise Http404
    response = HttpResponse(make(event, code), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{event.slug}.pdf"'
    response.headers["X-Robots-Tag"] = "noindex"
    return for_one(response, user)


def preview(event: Event, request, code: str):
    """A draft as readers would see it."""
    from events.models import EventIndexPage

    with translation.override(code):
        page = EventIndexPage.objects.filter(locale__language_code=code).first()
        return render(page, request, event, None, is_draft=True).render()


def render(page, request, event: Event, user, is_draft: bool = False):
    code, now = language.active(), timezone.now()
    request.page = page
    request.written_in = ("bg", "en") if event.title_en else ("bg",)
    texts = {name: _in(event, name, code) for name in TEXTS}
    host = beside.Host.of(event.organization, code)
    if is_draft:
        co_hosts, rubrics = [beside.Host.of(one, code) for one in event.co_hosts.all()], []
        themes = [(one.slug, written(one.title_bg, one.title_en, code)) for one in event.themes.all()]
        parts, rows = [], event.programme.all()
    else:
        co_hosts, rubrics, themes = beside.filed_under(event, code)
        parts, rows = beside.parts_of(event, now, code), beside.programme_rows(event)
    programme = beside.programme_of(rows, code)
    _give_pictures(event)
    summary = excerpt(texts["summary"].text or texts["text"].text or texts["title"].text, 160)
    picture = picture_url(event.picture, "lead", absolute=True)
    day, hours = in_full(event)
    shown = {
        "event": event,
        **texts,
        "is_only_bulgarian": bool(texts["title"].lang),
        "first_day": first_day(event),
        "weekday": weekday(first_day(event)),
        "day": day,
        "hours": hours,
        "building": hall_and_place(event, code),
        "street": street_and_settlement(event, code),
        "municipality": _municipality(event, code),
        "point": coordinates(event),
        "is_over": event.is_past_at(now),
        "report": shown_report(event, code) if event.is_past_at(now) and not is_draft else None,
        "was_held": event.state == State.HELD or event.is_past_at(now) and not event.is_cancelled,
        "host": host,
        "co_hosts": co_hosts,
        "rubrics": rubrics,
        "themes": themes,
        "tour": _tour(event, code),
        "parts": parts,
        "open_parts": [part for part in parts if part.is_open],
        "registration_url": registration_address(event),
        "programme": programme,
        "programme_has_days": len(beside.days_of(programme)) > 1,
        "materials": [item.material for block in programme for item in block.items if item.material],
        "services": [Service(value).label for value in event.services],
        "others": [] if is_draft else beside.others_of(event, user, now),
        "sections": filled(event, user, code),
        "short": summary,
        "file_url": event_file_address(event.slug, code),
        "poster_url": paper_address(event.slug, code, "plakat"),
        "invitation_url": paper_address(event.slug, code, "pokana"),
        "google_url": calendar_links.google(event, code),
        "outlook_url": calendar_links.outlook(event, code),
        "about": json_ld(event, [host, *co_hosts], code, plain(summary), picture),
    }
    return page.render(request, context_overrides=shown, template="events/event.html")


def _give_pictures(event: Event) -> None:
    """The picture and the emblems of the funding record, by one query."""
    if event.funding:
        pictures.fetch_for([event.funding.emblems], [event])
    elif event.picture_id:
        event.picture = pictures.fetch({event.picture_id}).get(event.picture_id)


def _in(event: Event, name: str, code: str) -> Written:
    return written(getattr(event, f"{name}_bg"), getattr(event, f"{name}_en"), code)


def _municipality(event: Event, code: str) -> str:
    if not event.settlement_id:
        return ""
    municipality = event.settlement.municipality
    return municipality.name_en if code == "en" else municipality.name_bg


def _tour(event: Event, code: str) -> dict | None:
    """Of which it is a stop, once readers know of the tour."""
    if event.tour is None or not event.tour.is_public:
        return None
    return {"title": event.tour.title_in(code), "url": tour_address(event.tour.slug, code)}
