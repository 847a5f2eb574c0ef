from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect

from core import routing

READING = ["GET", "HEAD"]


def serve(request, path: str = ""):
    """A page of the tree. Wagtail's own view asks three times as many questions to find it (docs/decisions)."""
    if request.method not in READING:
        return HttpResponseNotAllowed(READING)
    result = routing.route(request, path)
    if isinstance(result, routing.Elsewhere):
        return redirect(result.url)
    return result.page.serve(request, *result.args, **result.kwargs)
