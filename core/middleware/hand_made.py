"""Answers to what no page of ours sends."""

import json
import logging
from binascii import Error as NotBase64
from struct import error as NotPacked

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string

log = logging.getLogger(__name__)

READ_JSON = frozenset(
    {
        "wagtailadmin_dismissibles",
        "mfa_add_webauthn",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "mfa_reauthenticate_webauthn",
    }
)
"""Views of Wagtail and allauth that take JSON which scripts of theirs write, and trust its shape."""
SHAPE = (LookupError, TypeError, ValueError, AttributeError, AssertionError, ArithmeticError, RecursionError)
NOT_TO_BE_READ = (*SHAPE, NotBase64, NotPacked)


class RefuseHandMadeJson:
    """JSON that such a view cannot read, or that no database keeps, is a mistake of who sent it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not _takes_json(request) or not request.content_type.endswith("/json"):
            return None
        try:
            _check(request.body)
        except (ValueError, RecursionError, RequestDataTooBig) as error:
            return _refuse(request, error)
        return None

    def process_exception(self, request, exception):
        return _refuse(request, exception) if _takes_json(request) and isinstance(exception, NOT_TO_BE_READ) else None


def _takes_json(request) -> bool:
    found = request.resolver_match
    return bool(found) and found.view_name in READ_JSON and request.method in ("POST", "PATCH")


def _check(body: bytes) -> None:
    """Raises ValueError for what is no JSON, and for what a database takes none of: NaN, NUL, halves of signs."""
    said = json.dumps(json.loads(body, parse_constant=float), ensure_ascii=False, allow_nan=False)
    if "\\u0000" in said:
        raise ValueError("NUL")
    said.encode()


def _refuse(request, error: Exception) -> HttpResponseBadRequest:
    log.warning("JSON that %s cannot read: %r", request.resolver_match.view_name, error)
    return HttpResponseBadRequest(render_to_string("400.html", request=request))
