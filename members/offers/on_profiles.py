"""What the profile and the row of an organisation show of its offers and partnerships."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.written import Written, written
from members.models import Organization, Partner, PartnerOffer, Partnership
from members.offers.addresses import profile_address, section_address
from members.profile.sections import Section, register

HOW_MANY = 6


def show_on_profiles() -> None:
    register(Section("tarsim-partnyor", _("We seek a partner"), "members/profile/offers.html", 200, _offers))
    register(Section("partnyorstva", _("Partnerships"), "members/profile/partnerships.html", 210, _partnerships))


def _offers(organization: Organization, code: str) -> dict | None:
    found = open_offers_of(organization, timezone.localdate())
    section = section_address("PartnersPage", code)
    return {"offers": found, "more_url": section, "more": _("All offers of partnership")} if found else None


def _partnerships(organization: Organization, code: str) -> dict | None:
    found = partnerships_of(organization, code)
    return {"partnerships": found} if found else None


def open_offers_of(organization: Organization, day: date) -> list[PartnerOffer]:
    """„Търсим партньор“: the nearest deadline first."""
    offers = PartnerOffer.objects.visible_to().open_on(day).filter(organization=organization.pk)
    return list(offers.due_first().for_listing()[:HOW_MANY])


def open_offer_counts(organization_pks: Iterable[int], day: date) -> dict[int, int]:
    """How many open offers each organisation has; those without are left out. One query, however many there are."""
    offers = PartnerOffer.objects.visible_to().open_on(day).filter(organization__in=list(organization_pks))
    return dict(offers.order_by().values_list("organization").annotate(Count("pk")))


def partnerships_of(organization: Organization, code: str) -> list[dict]:
    """„Партньорства“: what it recorded or confirmed, the newest first, with all sides but itself."""
    sides = Partner.objects.filter(declined_at=None).select_related("organization")
    found = Partnership.objects.of(organization.pk).select_related("organization")
    return [
        {
            "title": written(partnership.title_bg, partnership.title_en, code),
            "fund": partnership.get_fund_display(),
            "formed_on": partnership.formed_on,
            "sectors": partnership.sectors_in_words(),
            "others": [other for other in _sides(partnership, code) if other["pk"] != organization.pk],
        }
        for partnership in found.prefetch_related(Prefetch("partners", sides))
    ]


def _sides(partnership: Partnership, code: str) -> list[dict]:
    """Whoever has not said yes yet is named where the partnership was recorded, marked so and without a link."""
    recorder = _side(partnership.organization, code, stands=True)
    return [recorder, *(_partner(side, code) for side in partnership.partners.all())]


def _partner(side: Partner, code: str) -> dict:
    if side.organization:
        return _side(side.organization, code, side.stands)
    country = "" if side.country == "BG" else side.get_country_display()
    return {"pk": None, "name": Written(side.name), "url": "", "stands": True, "country": country}


def _side(organization: Organization, code: str, stands: bool) -> dict:
    return {
        "pk": organization.pk,
        "name": written(organization.name_bg, organization.name_en, code, in_latin=True),
        "url": profile_address(organization.slug, code) if stands and organization.is_public else "",
        "stands": stands,
        "country": "",
    }
