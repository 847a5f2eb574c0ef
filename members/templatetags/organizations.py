"""Organisations in templates: a row of a list, and maps."""

from django import template
from django.utils.html import format_html

from core import language
from core.rendered import piece
from core.site_map import site_map
from core.templatetags.pictures import photo
from members.enums import Membership

register = template.Library()
UNUSUAL = (Membership.FORMER, Membership.PARTNER)


@register.simple_tag
def org_row(organization, heading="h3"):
    """A row of `.rows`, for what comes from `Organization.objects.for_listing()`."""
    code = language.active()
    name, seat, territory = organization.name_in(code), organization.seat_in(code), organization.territory_in(code)
    return piece(
        "components/org_row.html",
        heading=heading,
        pk=organization.pk,
        url=organization_url(organization.slug),
        name=name.text,
        lang=name.lang,
        kind=organization.get_kind_display(),
        seat=seat.text,
        province=_province(organization, code),
        territory=territory.text,
        territory_lang=territory.lang,
        themes=tuple(theme.title for theme in organization.themes.all()),
        offers=organization.offer_count,
        status=organization.get_status_display() if organization.status in UNUSUAL else "",
        logo=photo(organization.logo, "logo", alt=""),
    )


@register.simple_tag
def organization_url(slug: str) -> str:
    """Where this reader finds a profile; nothing while there is no directory."""
    section = next(iter(site_map().of_kind("DirectoryPage", language.active())), None)
    return f"{section.url}{slug}/" if section else ""


@register.simple_tag
def lang_of(written):
    """The attribute for a text that may be in another language than the page."""
    return format_html(' lang="{}"', written.lang) if written.lang else ""


@register.inclusion_tag("components/map.html")
def bulgaria(drawn, css="", named=True):
    """A map from `members.maps`; `named=False` hides it from who listens because a list beside it says the same."""
    return {"map": drawn, "css": css, "named": named}


def _province(organization, code: str) -> str:
    if not organization.settlement_id:
        return ""
    province = organization.settlement.municipality.province
    return province.name_en if code == "en" else province.name_bg
