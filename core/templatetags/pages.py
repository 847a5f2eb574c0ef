"""Where a reader finds things, in the language that is read: addresses, breadcrumb, rubrics. None costs a query."""

from django import template

from core import language, stylesheet
from core.dates import in_sofia
from core.rendered import piece
from core.site_map import site_map
from core.templatetags.pictures import photo
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
    sections = (found.in_reading_language(pk, code) for pk in page.rubric_pks)
    return [section for section in sections if section]


@register.simple_tag(takes_context=True)
def card(context, item, shape="", place="row", summary=False, lazy=True):
    """A news item in a list: `shape` is "row", "lead-story" or nothing, `place` says how large its picture is."""
    code, rubrics = _language(context), rubric_links(context, item)
    rubric = rubrics[0] if rubrics else None
    return piece(
        "components/card.html",
        shape=shape,
        url=item.address_in(code),
        title=item.title,
        lang="" if item.language == code else item.language,
        rubric=rubric.title if rubric else "",
        rubric_lang=rubric.language if rubric and rubric.language != code else "",
        published_on=item.published_on,
        summary=item.summary if summary else "",
        organization=item.organization.name if item.organization else "",
        picture=photo(item.picture, place, alt="", lazy=lazy),
    )


@register.simple_tag(takes_context=True)
def archive(context, here, years, period):
    """The months and years of a list that have news; the months only of the year that is looked at."""
    if not years:
        return ""
    open_year = period.year or years[0]["year"]
    months = next((year["months"] for year in years if year["year"] == open_year), [])
    return piece(
        "components/archive.html",
        here=here,
        open_year=open_year,
        year=period.year,
        month=period.month,
        years=tuple((year["year"], year["count"]) for year in years),
        months=tuple((month["month"], month["count"]) for month in months),
    )


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
