"""The training section with its newest courses, all courses, and the library of single materials."""

from urllib.parse import quote

from django.http import Http404

from core import language
from core.keyset import PER_PAGE, Cursor, turn
from core.readers import for_one, reader
from resources.library.filters import Filters
from resources.library.shown import Shown
from resources.models import CoursePage

COURSES = 6


def show_section(page, request):
    """The courses, and below them the beginning of the library."""
    user = reader(request)
    filters = Filters(request.GET.__class__(), user)
    courses = list(courses_for(user)[: COURSES + 1])
    shown = {
        "filters": filters,
        "shown": Shown(request, filters),
        "courses": courses[:COURSES],
        "has_more_courses": len(courses) > COURSES,
    }
    return for_one(page.render(request, context_overrides=shown), user)


def show_courses(page, request):
    user, cursor = reader(request), Cursor.from_request(request)
    turned = turn(courses_for(user), cursor, PER_PAGE)
    if cursor and not turned.rows:
        raise Http404
    shown = {
        "courses": turned.rows,
        "newer": turned.newer and f"?after={quote(turned.newer)}",
        "older": turned.older and f"?before={quote(turned.older)}",
    }
    return for_one(page.render(request, context_overrides=shown, template="resources/courses.html"), user)


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
