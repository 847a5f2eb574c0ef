"""Whether somebody showed a second factor in this session, and where to go to show it."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

REAL = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_missing(request) -> bool:
    """Never, where settings.REQUIRE_SECOND_FACTOR is off: to try the portal out."""
    if not settings.REQUIRE_SECOND_FACTOR:
        return False
    records = get_authentication_records(request, request.user)
    return not (any(record["method"] == "mfa" for record in records) and is_mfa_enabled(request.user, REAL))


def go_and_show_it(request, then: str) -> HttpResponseRedirect:
    """To the set-up, or to the question for a code; from there on to `then`."""
    if not is_mfa_enabled(request.user, REAL):
        view = "mfa_index"
    elif is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        view = "mfa_reauthenticate"
    else:
        view = "mfa_reauthenticate_webauthn"
    return HttpResponseRedirect(f"{reverse(view)}?{urlencode({'next': then})}")
