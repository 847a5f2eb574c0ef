from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from core.cache import answers
from members import second_factor

DOOR = "/admin/"
OUTSIDE = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")

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
        if request.method != "POST" or request.resolver_match.url_name not in COUNTED or answers():
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
            _in_language_of_editor(request.user)
            if second_factor.is_missing(request):
                return second_factor.go_and_show_it(request, then=request.get_full_path())
        return self.get_response(request)


def _in_language_of_editor(person) -> None:
    """Wagtail has one language for its pages and its letters. Kept is the one of the letters (members/signals.py); for
    the pages of this request stands the other one."""
    person.wagtail_userprofile.preferred_language = person.language


class LastSeen:
    """Keeps the list of a person's open log-ins true: written once an hour, never for readers."""

    SECONDS = 3600

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            key = request.session.session_key
            if key and cache.add(f"seen:{key}", 1, self.SECONDS):
                UserSession.objects.create_from_request(request)
        return response
