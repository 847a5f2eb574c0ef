from django.conf import settings
from django.http import HttpResponse

CLOSED = [
    "/admin/",
    "/accounts/",
    "/en/accounts/",
    "/poshta/",
    "/en/poshta/",
    "/prevod/",
    "/en/prevod/",
    "/tarsene/",
    "/en/tarsene/",
]


def robots(request):
    """What machines need not read, and where the list of pages is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), f"Sitemap: {settings.BASE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
