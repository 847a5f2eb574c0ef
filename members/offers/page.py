"""One offer: until when, whom they seek, from which fund; then the text, who they are, and what goes with it."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from core import former_words, language
from core.addresses import absolute
from core.dates import in_sofia
from core.typography import excerpt
from core.written import written
from members.enums import spoken
from members.models import PartnerOffer
from members.offers.addresses import offer_address, profile_address
from members.offers.matching import matching

BESIDE = ("organization", "organization__logo")


def show(page, request, slug: str):
    """Leads on from an address that the offer had before; raises Http404 for what is not published."""
    offers = PartnerOffer.objects.visible_to()
    offer = offers.filter(slug=slug).select_related(*BESIDE).first()
    if offer is not None:
        return render(page, request, offer)
    renamed = former_words.find(offers, slug)
    if renamed is None:
        raise Http404
    return redirect(offer_address(renamed.slug, language.active()), permanent=True)


def render(page, request, offer: PartnerOffer):
    """For readers, and for the editor's preview of a draft."""
    code, today = language.active(), timezone.localdate()
    request.page = page
    request.written_in = ("bg", "en") if offer.title_en else ("bg",)
    title, role, text = (
        written(getattr(offer, f"{name}_bg"), getattr(offer, f"{name}_en"), code)
        for name in ("title", "role_sought", "text")
    )
    organization = offer.organization
    themes = list(offer.themes.all())
    shown = {
        "offer": offer,
        "title": title,
        "role": role,
        "text": text,
        "is_only_bulgarian": bool(title.lang),
        "organization": organization,
        "organization_name": written(organization.name_bg, organization.name_en, code, in_latin=True),
        "profile_url": profile_address(organization.slug, code),
        "themes": themes,
        "languages": ", ".join(spoken(offer.languages)),
        "state": offer.state_on(today),
        "is_open": offer.is_open_on(today),
        "days": (offer.deadline - today).days,
        "others": matching(offer, themes, today),
        "summary": excerpt(text.text or role.text or title.text, 160),
        "about": json_ld(offer, themes, code),
    }
    return page.render(request, context_overrides=shown, template="members/offer.html")


def json_ld(offer: PartnerOffer, themes: list, code: str) -> dict:
    """What search engines read: an organisation that seeks something until a day."""
    found = {
        "@type": "Demand",
        "name": offer.title,
        "url": absolute(offer_address(offer.slug, code)),
        "validThrough": offer.deadline.isoformat(),
        "seller": {"@type": "Organization", "name": offer.organization.name},
    }
    if offer.first_published_at:
        found["validFrom"] = in_sofia(offer.first_published_at).date().isoformat()
    if themes:
        found["category"] = [theme.title for theme in themes]
    return found
