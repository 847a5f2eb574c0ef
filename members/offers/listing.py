"""The lists of offers below the section „Партньорства“: the open ones, those of the past, and what can be followed."""

from django.http import Http404
from django.utils import timezone

from core import language
from core.addresses import section_address
from core.keyset import Cursor, turn
from members.offers.choices import Filters, visible_offers
from members.offers.places import place_from, place_of

PER_PAGE = 12


def show_open(page, request):
    """Those whose deadline is nearest first."""
    filters, today = Filters(request.GET), timezone.localdate()
    offers = visible_offers(filters.choices).open_on(today)
    place = place_from(request)
    rows = offers.due_first().for_listing()
    found = list((rows.after(*place) if place else rows)[: PER_PAGE + 1])
    if place and not found:
        raise Http404
    shown = {
        "offers": found[:PER_PAGE],
        "further": filters.choices.address(**{"from": place_of(found[PER_PAGE - 1])}) if len(found) > PER_PAGE else "",
        "count": len(found) if not place and len(found) <= PER_PAGE else offers.count(),
        "is_first": place is None,
    }
    return _answer(page, request, filters, shown)


def show_past(page, request):
    """How it went with the others, the newest first."""
    filters, today = Filters(request.GET), timezone.localdate()
    cursor = Cursor.from_request(request)
    rows = visible_offers(filters.choices).past_on(today).newest_first().for_listing()
    turned = turn(rows, cursor, PER_PAGE)
    if cursor and not turned.rows:
        raise Http404
    shown = {
        "offers": turned.rows,
        "newer": turned.newer and filters.choices.address(after=turned.newer),
        "older": turned.older and filters.choices.address(before=turned.older),
        "is_past": True,
    }
    return _answer(page, request, filters, shown)


def _answer(page, request, filters: Filters, shown: dict):
    shown |= {"filters": filters, "join_url": section_address("JoinPage", language.active())}
    return page.render(request, context_overrides=shown)
