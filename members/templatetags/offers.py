"""Partner offers in templates: a row of a list, a tile on a profile; kept as long as nothing in them changes."""

from django import template
from django.utils import timezone

from core.rendered import piece
from core.templatetags.pages import reading_language
from core.written import written
from members.enums import spoken
from members.offers.addresses import offer_address

register = template.Library()

URGENT = 3  # days


@register.simple_tag(takes_context=True)
def offer_row(context, offer, heading="h3"):
    """How many days are left, from which fund, what for, who seeks whom."""
    return piece("components/offer_row.html", heading=heading, **_shown(offer, reading_language(context)))


@register.simple_tag(takes_context=True)
def offer_tile(context, offer):
    """For the profile of the organisation: without its name."""
    return piece("components/offer_tile.html", **_shown(offer, reading_language(context)))


def _shown(offer, code: str) -> dict:
    today = timezone.localdate()
    title, role = (written(getattr(offer, f"{name}_bg"), getattr(offer, f"{name}_en"), code) for name in WORDS)
    organization = offer.organization
    name = written(organization.name_bg, organization.name_en, code, in_latin=True)
    days = (offer.deadline - today).days
    state = offer.state_on(today)
    return {
        "url": offer_address(offer.slug, code),
        "title": title.text,
        "title_lang": title.lang,
        "role": role.text,
        "role_lang": role.lang,
        "organization": name.text,
        "organization_lang": name.lang,
        "fund": str(offer.get_fund_display()),
        "languages": ", ".join(spoken(offer.languages)),
        "state": str(state.value),
        "state_label": str(state.label),
        "days": days,
        "is_open": offer.is_open_on(today),
        "is_urgent": days <= URGENT,
        "deadline": offer.deadline,
    }


WORDS = ("title", "role_sought")
