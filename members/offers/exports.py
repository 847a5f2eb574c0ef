"""One offer in English, in the shape in which the EU CAP Network takes offers of transnational cooperation."""

import csv

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation

from core.addresses import absolute
from core.sheets import BOM, defused
from core.typography import plain
from core.written import written
from members.enums import spoken
from members.models import PartnerOffer
from members.offers.addresses import offer_address


def as_text(request, slug: str):
    offer = _offer(slug)
    with translation.override("en"):
        text = "\n\n".join(f"{name}\n{value}" for name, value in told(offer))
    return _download(offer, f"{text}\n", "plain", "txt")


def as_csv(request, slug: str):
    offer = _offer(slug)
    with translation.override("en"):
        told_about = told(offer)
    response = _download(offer, BOM, "csv", "csv")
    sheet = csv.writer(response)
    sheet.writerow([name for name, _value in told_about])
    sheet.writerow([defused(value) for _name, value in told_about])
    return response


def told(offer: PartnerOffer) -> list[tuple[str, str]]:
    """What there is to say, in the order of that form; an untranslated text is marked as Bulgarian."""
    organization = offer.organization
    name = written(organization.name_bg, organization.name_en, "en", in_latin=True).text
    provinces = ", ".join(province.name_en or province.name_bg for province in organization.provinces.all())
    lines = [
        ("Title", _english(offer.title_bg, offer.title_en)),
        ("Organisation", f"{name} ({organization.get_kind_display()})"),
        ("Country", "Bulgaria"),
        ("Region", provinces),
        ("Themes", ", ".join(theme.title_en or theme.title_bg for theme in offer.themes.all())),
        ("Funding", str(offer.get_fund_display())),
        ("Partner sought", _english(offer.role_sought_bg, offer.role_sought_en)),
        ("Description", _english(plain(offer.text_bg or ""), plain(offer.text_en or ""))),
        ("Working languages", ", ".join(spoken(offer.languages))),
        ("Deadline", offer.deadline.isoformat()),
        ("Status", str(offer.state_on(timezone.localdate()).label)),
        ("Contact", absolute(offer_address(offer.slug, "en"))),
    ]
    return [(label, value) for label, value in lines if value]


def _english(bulgarian: str | None, english: str | None) -> str:
    return english or (f"{bulgarian} [in Bulgarian]" if bulgarian else "")


def _offer(slug: str) -> PartnerOffer:
    offers = PartnerOffer.objects.visible_to().select_related("organization")
    return get_object_or_404(offers.prefetch_related("themes", "organization__provinces"), slug=slug)


def _download(offer: PartnerOffer, content: str, kind: str, extension: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"text/{kind}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{offer.slug}.{extension}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
