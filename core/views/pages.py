from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect

from core import routing

READING = ["GET", "HEAD"]
READING_AND_SENDING = [*READING, "POST"]


def serve(request, path: str = ""):
    """A page of the tree. Wagtail's own view asks three times as many questions to find it (docs/decisions)."""
    if request.method not in READING_AND_SENDING:
        return HttpResponseNotAllowed(READING)
    result = routing.route(request, path)
    if isinstance(result, routing.Elsewhere):
        return redirect(result.url)
    view = next(iter(result.args), None)
    if request.method not in READING and not getattr(view, "takes_form", False):
        return HttpResponseNotAllowed(READING)
    return result.page.turn_away(request) or result.page.serve(request, *result.args, **result.kwargs)


def takes_form(view):
    """For a route of a page that is not only read: a form may be sent to it."""
    view.takes_form = True
    return view
