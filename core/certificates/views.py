"""The paper for whom it was given to, and the page on which everybody checks its number."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.certificates import kinds
from core.papers.answers import pdf
from core.rate_limit import too_many

PER_HOUR = 120


@never_cache
@require_safe
def check(request, code: str):
    """Number, subject, date and initials: enough to compare with a paper in the hand, too little to look people up."""
    if too_many(request, "check-certificate", PER_HOUR, 3600):
        return hidden(render(request, "core/certificates/check.html", {"too_many": True}, status=429))
    given, kind = kinds.find(code=code.upper())
    shown = {"given": given, "facts": kind.shown(given) if given else []}
    return hidden(render(request, "core/certificates/check.html", shown, status=200 if given else 404))


@never_cache
@require_safe
def paper(request, token):
    given, kind = kinds.find(token=token)
    if given is None:
        raise Http404
    if given.is_replaced:  # the letter with this address went to the same person
        return hidden(redirect("certificates:paper", given.replaced_by.token))
    if not given.name:
        return hidden(render(request, "core/certificates/erased.html", {"given": given}, status=410))
    return hidden(pdf(kind.paper(given), given.number))


def hidden(answer):
    """From search engines."""
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
