from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from core import cache

DOOR = "/admin/"
OUTSIDE = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")
REAL = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]

COUNTED = {  # what tries a password or a code, or sends a letter
    *(f"account_{name}" for name in ("login", "signup", "request_login_code", "confirm_login_code", "reauthenticate")),
    *(f"account_{name}" for name in ("reset_password", "reset_password_from_key", "change_password", "email")),
    *(f"mfa_{name}" for name in ("authenticate", "login_webauthn", "reauthenticate", "reauthenticate_webauthn")),
}


class OnlyCountedTries:
    """While the cache does not answer nobody counts wrong passwords, so nobody may try one; reading goes on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or request.resolver_match.url_name not in COUNTED or cache.answers():
            return None
        response = render(request, "account/uncounted.html", status=503)
        response.headers["Retry-After"] = "60"
        return response


class SecondFactor:
    """Who may enter the admin has a second factor and used it in this session (settings.REQUIRE_SECOND_FACTOR)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if path.startswith(DOOR) and not path.startswith(OUTSIDE) and request.user.is_authenticated:
            if not request.user.has_perm("wagtailadmin.access_admin"):
                # Wagtail would send them to log in, and the log-in, seeing them logged in, back here for ever.
                raise PermissionDenied
            if settings.REQUIRE_SECOND_FACTOR and not _used(request):
                return _elsewhere(request)
        return self.get_response(request)


def _used(request) -> bool:
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records) and is_mfa_enabled(request.user, REAL)


def _elsewhere(request) -> HttpResponseRedirect:
    if not is_mfa_enabled(request.user, REAL):
        view = "mfa_index"
    elif is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        view = "mfa_reauthenticate"
    else:
        view = "mfa_reauthenticate_webauthn"
    return HttpResponseRedirect(f"{reverse(view)}?{urlencode({'next': request.get_full_path()})}")
