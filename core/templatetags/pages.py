"""Where a reader finds things, in the language that is read: addresses, breadcrumb, rubrics. None costs a query."""

from django import template
from django.conf import settings

from core import language, stylesheet
from core.dates import in_sofia
from core.site_map import site_map
from core.typography import TAG, reading_time

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context, page):
    """Where this reader reads a page, translated or not."""
    return page.address_in(reading_language(context))


@register.simple_tag(takes_context=True)
def rubric_links(context, page) -> list:
    """The rubrics of a news item as sections in the language that is read."""
    found, code = site_map(), reading_language(context)
    sections = (found.in_reading_language(pk, code) for pk in page.rubric_pks)
    return [section for section in sections if section]


@register.simple_tag(takes_context=True)
def trail(context, page) -> list[dict]:
    """The breadcrumb: the pages above this one; their addresses are the beginnings of its own."""
    found, code = site_map(), reading_language(context)
    parts = (page.address_in(code) or "/").rstrip("/").split("/")
    translated = getattr(page, "titles_above", {})
    above = []
    for steps, crumb in enumerate(reversed(page.crumbs), start=1):
        section, there = found.in_reading_language(crumb.pk, code), translated.get(crumb.translation_key)
        above.append(
            {
                "title": section.title if section else there or crumb.title,
                "url": "/".join(parts[:-steps]) + "/",
                "lang": section.language if section else code if there else found.language_of(crumb.locale_id),
            }
        )
    return above[::-1]


@register.simple_tag
def fonts() -> list[str]:
    """The files of the typeface to load early; none when they were never fetched."""
    return stylesheet.fonts()


@register.filter
def in_full(url: str) -> str:
    """An address that also leads there from paper."""
    return settings.BASE_URL + url if url.startswith("/") else url


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
    """How long a text of blocks takes to read: its headings and paragraphs."""
    stored = (block["value"] for block in body.raw_data)
    return reading_time(TAG.sub(" ", " ".join(value for value in stored if isinstance(value, str))))


def reading_language(context) -> str:
    """The language of the page around the text, even inside `{% language %}`."""
    return context["frame"].language if "frame" in context else language.active()
