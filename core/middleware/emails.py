from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from core.emails import encrypt_address, hide_addresses_in_html, hide_addresses_in_text

ADMIN = "/admin/"
ACCOUNT = ("/accounts/", "/en/accounts/")


class HideAddresses:
    """No e-mail address leaves the portal in a public answer, wherever somebody typed it.

    Pages get a link to the page that shows it; feeds, calendars and JSON get the words alone. The admin, the pages on
    which somebody sees an address of his own and answers marked `shows_addresses` are left as they are.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if (
            response.streaming
            or request.path_info.startswith(ADMIN)
            or _is_own_account(request)
            or getattr(response, "shows_addresses", False)
            or b"@" not in response.content
        ):
            return response
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
        text = response.content.decode(response.charset, errors="replace")
        if kind in ("text/html", "application/xhtml+xml"):
            hidden = hide_addresses_in_html(text, _reveal_url, _("Show the e-mail address"))
        elif kind.startswith("text/") or kind.endswith(("xml", "json")):
            hidden = hide_addresses_in_text(text, _("(e-mail address on the portal)"))
        else:
            return response
        if hidden != text:
            response.content = hidden.encode(response.charset)
            if "Content-Length" in response.headers:
                response.headers["Content-Length"] = str(len(response.content))
        return response


def _is_own_account(request) -> bool:
    """Whoever is logged in, or gave an address, has a session; who only looks at the log-in page has none."""
    return request.path_info.startswith(ACCOUNT) and settings.SESSION_COOKIE_NAME in request.COOKIES


def _reveal_url(address: str) -> str:
    return reverse("core:show-email", args=[encrypt_address(address)])
