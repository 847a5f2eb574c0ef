from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

DOOR = "/admin/"
OUTSIDE = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")
REAL = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


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
