"""The report of an event as readers see it: in short on the page of the event, in full on its own page."""

from django.http import Http404

from core import language
from core.enums import People
from core.readers import for_one, reader
from core.typography import excerpt
from core.written import written
from events.addresses import event_address
from events.models import Event, EventReport, ReportMaterial
from events.numbers import Numbers, numbers

BESIDE = ("event__organization__logo", "event__settlement", "event__funding", "minutes")


def report_address(slug: str, code: str) -> str:
    address = event_address(slug, code)
    return f"{address}otchet/" if address else ""


def shown_report(event: Event, code: str) -> dict | None:
    """For `{% include "events/report.html" %}` on the page of the event; None as long as nothing is published. Who may
    read the event may read its report. Two queries at most."""
    report = EventReport.objects.filter(event=event, is_published=True).first()
    if report is None:
        return None
    return _in_words(report, event, code) | {"url": report_address(event.slug, code)}


def report(page, request, slug: str):
    """The page of its own; raises Http404 for what is not published, and for what this person may not read."""
    user, code = reader(request), language.active()
    found = EventReport.objects.visible_to(user).filter(event__slug=slug).select_related(*BESIDE).first()
    if found is None:
        raise Http404
    event = found.event
    request.page = page
    request.written_in = ("bg", "en") if found.text_en else ("bg",)
    materials = list(found.materials.select_related("document"))
    shown = {
        "event": event,
        "title": event.title_in(code),
        "organization": written(event.organization.name_bg, event.organization.name_en, code, in_latin=True),
        "event_url": event_address(event.slug, code),
        "report": _in_words(found, event, code),
        "minutes": found.minutes,
        "materials": [one for one in materials if one.kind == ReportMaterial.Kind.MATERIAL],
        "clippings": [one for one in materials if one.kind == ReportMaterial.Kind.CLIPPING],
        "photos": allowed_photos(found),
    }
    shown["summary"] = excerpt(shown["report"]["text"].text, 160)
    return for_one(page.render(request, context_overrides=shown, template="events/report_page.html"), user)


def allowed_photos(report: EventReport) -> list:
    """Pictures without recognisable people, and those for which the consents are kept; a consent that was taken back
    takes the picture off the page."""
    photos = report.photos.select_related("image").prefetch_related("image__renditions")
    return [photo.image for photo in photos if may_be_shown(photo.image)]


def may_be_shown(image) -> bool:
    return image.people == People.NONE or bool(image.consent.strip())


def counted(report: EventReport, event: Event, code: str) -> Numbers:
    """From the entrance; where nobody was marked there, as the host wrote by hand."""
    found = numbers(event, code)
    if found.participants == 0:
        found.participants, found.organizations = report.participants or 0, report.organizations or 0
    return found


def _in_words(report: EventReport, event: Event, code: str) -> dict:
    return {
        "text": written(report.text_bg, report.text_en, code),
        "decisions": written(report.decisions_bg, report.decisions_en, code),
        "numbers": counted(report, event, code),
        "published_at": report.published_at,
    }
