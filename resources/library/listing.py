"""The training section with its courses, and the library of single materials."""

from core import language
from core.readers import for_one, reader
from resources.library.filters import Filters
from resources.library.shown import Shown
from resources.models import CoursePage

COURSES = 6


def show_section(page, request):
    """The courses, and below them the beginning of the library."""
    user = reader(request)
    filters = Filters(request.GET.__class__(), user)
    shown = {"filters": filters, "shown": Shown(request, filters), "courses": courses_for(user)[:COURSES]}
    return for_one(page.render(request, context_overrides=shown), user)


def show_library(page, request):
    user = reader(request)
    filters = Filters(request.GET, user)
    shown = {"filters": filters, "shown": Shown(request, filters)}
    response = page.render(request, context_overrides=shown, template="resources/library.html")
    if filters.choices.query:
        response.headers["X-Robots-Tag"] = "noindex"
    return for_one(response, user)


def courses_for(user):
    return CoursePage.objects.visible_to(user).in_language(language.active()).for_listing()
