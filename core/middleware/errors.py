import logging

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.http.multipartparser import MultiPartParserError

from core.views import errors

log = logging.getLogger("django.request")


class OwnErrorPages:
    """A trial (`DEBUG`) shows people the pages they would see on a server, and the trace to the terminal alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not settings.DEBUG:
            return None
        if isinstance(exception, Http404):
            return errors.not_found(request, exception)
        if isinstance(exception, PermissionDenied):
            return errors.forbidden(request, exception)
        if isinstance(exception, BadRequest | SuspiciousOperation | MultiPartParserError):
            return errors.bad_request(request, exception)
        log.error("Error in %s", request.path, exc_info=exception)
        return errors.broken(request)
