"""The list of good practices, the newest first."""

from django.http import Http404

from core import language
from core.keyset import Cursor, turn
from core.pictures import attach
from core.written import written
from resources.practices.addresses import practice_address
from resources.practices.choices import Filters

PER_PAGE = 12


def show(page, request):
    filters, cursor = Filters(request.GET), Cursor.from_request(request)
    turned = turn(filters.practices().newest_first().for_listing(), cursor, PER_PAGE)
    if cursor and not turned.rows:
        raise Http404
    attach(turned.rows)
    code = language.active()
    shown = {
        "filters": filters,
        "rows": [row(practice, code) for practice in turned.rows],
        "newer": turned.newer and filters.choices.address(after=turned.newer),
        "older": turned.older and filters.choices.address(before=turned.older),
    }
    response = page.render(request, context_overrides=shown, template="resources/practices/list.html")
    if filters.choices.query:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def row(practice, code: str) -> dict:
    """What a list shows of one."""
    organization = practice.organization
    return {
        "title": written(practice.title_bg, practice.title_en, code),
        "summary": written(practice.summary_bg, practice.summary_en, code),
        "organization": written(organization.name_bg, organization.name_en, code, in_latin=True),
        "url": practice_address(practice.slug, code),
        "day": practice.published_on,
        "practice": practice,  # its picture is given to it later, with those of the whole page
    }
