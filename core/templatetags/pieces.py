"""The pieces that pages are put together from, rendered anew only when something in them changes."""

from django import template
from django.template.loader import render_to_string

from core.rendered import piece
from core.templatetags.pages import reading_language, rubric_links
from core.templatetags.pictures import photo

register = template.Library()


@register.simple_tag(takes_context=True)
def header(context):
    """The head of the page; who is signed in gets his own links in it."""
    frame = context["frame"]
    return piece(
        "components/header.html",
        home=frame.home.url if frame.home else "/",
        languages=tuple((item["code"], item["name"], item["url"], item["current"]) for item in frame.languages),
        menu=tuple((item["title"], item["url"], item["current"]) for item in frame.menu),
        account=render_to_string("components/account_menu.html", context.flatten()) if frame.user else "",
    )


@register.simple_tag(takes_context=True)
def share(context, title=""):
    """Copy the link, send it, print the page; no tracker of a social network."""
    return piece("components/share.html", title=title or context["page"].title, url=context["frame"].canonical)


@register.simple_tag(takes_context=True)
def card(context, item, shape="", place="row", summary=False, lazy=True):
    """A news item in a list: `shape` is "row", "lead-story" or nothing, `place` says how large its picture is."""
    code, rubrics = reading_language(context), rubric_links(context, item)
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
        organization=item.author,
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
