from hashlib import sha256

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.rate_limit import too_many
from search import facets
from search.answering import answer
from search.choices import MANY, Choices, Reader
from search.counting import count, opened, sealed
from search.looking import look
from search.matching import MOST
from search.results import PER_PAGE, hits
from search.suggesting import suggest

HOUR, DAY = 3600, 24 * 3600
MOST_COUNTED = 60  # searches of one client in an hour; what comes after is nobody's interest


@csrf_exempt  # so that a form sent here is told that there are none
@require_safe
def search(request):
    """One box for the whole portal; a plain form that works everywhere. It writes nothing."""
    choices, reader = Choices.read(request.GET), Reader.of(request)
    found, now = look(choices, reader), timezone.now()
    number = _page_number(request, found.total)
    shown = hits(found, reader, number, now)
    context = {
        "choices": choices,
        "query": choices.q,
        "found": found,
        "hits": shown,
        "most": MOST,
        "answer": answer(found, shown, reader.language) if number == 1 else None,
        "kinds": facets.kinds(found, choices) if found.all_rows else [],
        "filters": facets.filters(found, choices, reader.language) if found.all_rows else [],
        "kept_choices": choices.pairs(without=MANY),
        "without_filters": len(found.all_rows),
        "previous": _turned(choices, number - 1, found.total),
        "next": _turned(choices, number + 1, found.total),
        "feed": reverse("search:rss") + choices.address(sort="", exact="") if choices.q else "",
        "seal": sealed(choices.q, reader.language, found) if number == 1 and not choices.is_narrowed else "",
    }
    return _answered(render(request, "search/search.html", context), reader)


@csrf_exempt
@require_safe
def suggestions(request):
    """A piece of HTML for the box."""
    reader, text = Reader.of(request), request.GET.get("q", "")
    context = {"groups": suggest(text, reader), "query": Choices.read(request.GET).q}
    return _answered(render(request, "search/suggestions.html", context), reader)


@csrf_exempt
@require_POST
def counted(request):
    """The browser says that a page of results was looked at; nobody is remembered. Who asks the same again and again
    counts once a day, so that what is asked often is asked by several."""
    asked = opened(request.POST.get("seal", ""))
    of_late = asked is None or too_many(request, "search-counted", MOST_COUNTED, HOUR)
    if not of_late and not too_many(request, f"searched:{_digest(asked)}", 1, DAY):
        count(asked)
    return HttpResponse(status=204)


def _digest(asked) -> str:
    return sha256(repr(asked).encode()).hexdigest()[:24]


def _answered(response, reader: Reader):
    response.headers["X-Robots-Tag"] = "noindex"
    if len(reader.audiences) > 1:
        patch_cache_control(response, private=True)
    return response


def _page_number(request, total: int) -> int:
    text = request.GET.get("page", "1")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 1
    return max(1, min(number, -(-total // PER_PAGE)))


def _turned(choices: Choices, number: int, total: int) -> dict | None:
    """Another page: its address, and which results stand on it."""
    first, last = (number - 1) * PER_PAGE + 1, min(number * PER_PAGE, total)
    if number < 1 or first > total:
        return None
    return {"url": f"{choices.address()}&page={number}", "first": first, "last": last}
