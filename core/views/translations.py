from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from core import language
from core.models import BasePage, TranslationRequest
from core.rate_limit import too_many

PER_HOUR = 10


@csrf_exempt  # counts a wish, knows nobody; a reader must get no cookie for it
@never_cache
def ask(request, page_id: int):
    """A link on an untranslated page leads here; the button counts the wish."""
    code = language.active()
    page = get_object_or_404(BasePage.objects.visible_to(), pk=page_id)
    if page.language == code:
        raise Http404
    asked = request.method == "POST"
    if (
        asked
        and not too_many(request, f"ask-translation-{page.pk}", 1, 3600)
        and not too_many(request, "ask-translation", PER_HOUR, 3600)
    ):
        wish, _new = TranslationRequest.objects.get_or_create(page=page, language=code)
        TranslationRequest.objects.filter(pk=wish.pk).update(count=F("count") + 1)
    response = render(
        request,
        "core/ask_translation.html",
        {"asked_page": page, "page_url": page.address_in(code), "asked": asked},
    )
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
