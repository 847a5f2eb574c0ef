"""The paper for whom it was given to, and the page on which everybody checks its number."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core import language
from core.rate_limit import too_many
from events.addresses import event_address
from events.models import Certificate, Event
from events.papers.answers import pdf
from events.papers.certificate import certificate

PER_HOUR = 120
BESIDE = ("event__organization__logo", "event__settlement", "event__funding")


@never_cache
@require_safe
def check(request, code: str):
    """Number, event, date and initials: enough to compare with a paper in the hand, too little to look people up."""
    if too_many(request, "check-certificate", PER_HOUR, 3600):
        return hidden(render(request, "events/certificates/check.html", {"too_many": True}, status=429))
    given = Certificate.objects.filter(code=code.upper()).select_related(*BESIDE, "replaced_by").first()
    shown = {"given": given}
    if given:
        read_by_all = Event.objects.visible_to().filter(pk=given.event_id).exists()
        here = language.active()
        shown |= {
            "title": given.event.title_in(here),
            "event_url": event_address(given.event.slug, here) if read_by_all else "",
        }
    return hidden(render(request, "events/certificates/check.html", shown, status=200 if given else 404))


@never_cache
@require_safe
def paper(request, token):
    given = get_object_or_404(Certificate.objects.select_related(*BESIDE, "attendee", "replaced_by"), token=token)
    if given.is_replaced:  # the letter with this address went to the same person
        return hidden(redirect("certificates:paper", given.replaced_by.token))
    if not given.name:
        return hidden(render(request, "events/certificates/erased.html", {"given": given}, status=410))
    return hidden(pdf(certificate(given), given.number))


def hidden(answer):
    """From search engines."""
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
