from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from core.emails import decrypt_address
from core.rate_limit import too_many

PER_HOUR = 30


@csrf_exempt  # it changes nothing, and a reader without cookies must be able to press the button
@never_cache
def show(request, token: str):
    """A page with a button; pressing it shows the address. A machine that follows links gets nothing."""
    address = decrypt_address(token)
    if address is None:
        raise Http404
    asked = request.method == "POST"
    refused = asked and too_many(request, "show-email", PER_HOUR, 3600)
    wants_json = request.headers.get("Accept") == "application/json"
    status = 429 if refused else 200
    if asked and wants_json:
        answer = (
            {"error": _("Too many addresses in one hour. Please try again later.")} if refused else {"address": address}
        )
        response = JsonResponse(answer, status=status)
    else:
        context = {"address": address if asked and not refused else "", "refused": refused}
        response = render(request, "core/show_email.html", context, status=status)
    response.shows_addresses = asked and not refused
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
