"""Where a reader finds things, in the language that is read: addresses, breadcrumb, rubrics. None costs a query."""

from django import template

from core import language, stylesheet
from core.dates import in_sofia
from core.site_map import site_map
from core.typography import reading_time

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context, page):
    """Where this reader reads a page, translated or not."""
    return page.address_in(_language(context))


@register.simple_tag(takes_context=True)
def rubric_links(context, page) -> list:
    """The rubrics of a news item as sections in the language that is read."""
    found, code = site_map(), _language(context)
    sections = (found.in_reading_language(rubric.pk, code) for rubric in page.rubrics.all())
    return [section for section in sections if section]


@register.simple_tag(takes_context=True)
def trail(context, page) -> list[dict]:
    """The breadcrumb: the pages above this one; their addresses are the beginnings of its own."""
    found, code = site_map(), _language(context)
    parts = (page.address_in(code) or "/").rstrip("/").split("/")
    above = []
    for steps, crumb in enumerate(reversed(page.crumbs), start=1):
        section = found.in_reading_language(crumb.pk, code)
        above.append(
            {
                "title": section.title if section else crumb.title,
                "url": "/".join(parts[:-steps]) + "/",
                "lang": section.language if section else found.language_of(crumb.locale_id),
            }
        )
    return above[::-1]


@register.simple_tag
def fonts() -> list[str]:
    """The files of the typeface to load early; none when they were never fetched."""
    return stylesheet.fonts()


@register.filter
def updated_on(page):
    """When a text changed after the day it appeared; nothing when it did not."""
    moments = [moment for moment in (page.first_published_at, page.published_on) if moment]
    last = page.last_published_at
    if last and moments and in_sofia(last).date() > max(in_sofia(moment).date() for moment in moments):
        return last
    return None


@register.filter
def minutes(body) -> int:
    """How long a text of blocks takes to read."""
    return reading_time(" ".join(_texts(body.get_prep_value())))


def _texts(stored):
    """The words anywhere in the stored form of a text."""
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, list):
        for part in stored:
            yield from _texts(part)
    elif isinstance(stored, dict):
        for name, part in stored.items():
            if name not in ("id", "type", "url", "kind"):
                yield from _texts(part)


def _language(context) -> str:
    """The language of the page around the text, even inside `{% language %}`."""
    return context["frame"].language if "frame" in context else language.active()
