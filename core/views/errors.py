"""Pages for what went wrong, in the language of the address."""

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from core import language
from core.suggestions import meant_by


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def not_found(request, exception=None):
    """Searches for what the address may have meant."""
    return render(request, "404.html", {"suggestions": meant_by(request.path, language.active())}, status=404)


def broken(request):
    """Asks nothing of the database: it may be what is broken."""
    return HttpResponseServerError(render_to_string("500.html", {"language": language.from_path(request.path)}))
