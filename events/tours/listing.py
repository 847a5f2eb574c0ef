"""Tours in lists: all of them on a page of their own, those that go on beside the calendar."""

from datetime import date

from django.utils import timezone

from core import language
from core.readers import for_one, reader
from core.written import written
from events.addresses import tour_address
from events.models import Tour

FEW = 3


def show_all(page, request):
    """Every public tour, the last call first."""
    user = reader(request)
    tours = [_row(tour, timezone.localdate()) for tour in Tour.objects.visible_to(user).defer("text")]
    response = page.render(request, context_overrides={"tours": tours}, template="events/tours/list.html")
    return for_one(response, user)


def tours_going_on(user) -> list[dict]:
    today = timezone.localdate()
    return [_row(tour, today) for tour in Tour.objects.visible_to(user).going_on(today).defer("text")[:FEW]]


def _row(tour: Tour, today: date) -> dict:
    code = language.active()
    return {
        "title": tour.title_in(code),
        "summary": written(tour.summary_bg, tour.summary_en, code),
        "url": tour_address(tour.slug, code),
        "is_open": tour.is_open_on(today),
        "call_until": tour.call_until,
    }
