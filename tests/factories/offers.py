"""Offers and partnerships for tests."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from members.admission import admit
from members.enums import Sector
from members.models import Organization, Partner, PartnerOffer, Partnership, Province, Theme
from tests.factories.members import make_organization

_number = count(1)


def make_offer(title="", organization: Organization | None = None, *, live=True, days=30, themes=(), **fields):
    """Published, open, with a deadline so many days ahead."""
    number = next(_number)
    offer = PartnerOffer(
        **{
            "organization": organization or admit(make_organization()),
            "title_bg": title or f"Предложение {number}",
            "text_bg": "<p>Търсим с кого да направим пътека.</p>",
            "role_sought_bg": "читалище от малко село",
            "languages": ["bg", "en"],
            "deadline": timezone.localdate() + timedelta(days=days),
            "live": False,
        }
        | fields
    )
    offer.save()
    offer.themes.set(themes)
    offer.save()
    revision = offer.save_revision()
    if live:
        revision.publish()
    offer.refresh_from_db()
    return offer


def make_theme(slug="selski-turizam", title="Селски туризъм", title_en="Rural tourism") -> Theme:
    return Theme.objects.get_or_create(slug=slug, defaults={"title_bg": title, "title_en": title_en})[0]


def put_into_province(organization: Organization, nuts="BG343", name="Ямбол", code="JAM", name_en="Yambol") -> Province:
    fields = {"name_bg": name, "name_en": name_en, "code": code, "centre_ekatte": "87374"}
    province = Province.objects.get_or_create(nuts=nuts, defaults=fields)[0]
    organization.provinces.add(province)
    return province


def make_partnership(organization, *others, confirmed=True, **fields) -> Partnership:
    """Recorded by the first; the others are organisations of the portal, or names with a sector."""
    now = timezone.now()
    partnership = Partnership.objects.create(
        **{"organization": organization, "title_bg": "Обща пътека", "formed_on": timezone.localdate()} | fields
    )
    for other in others:
        if isinstance(other, Organization):
            side = {"organization": other, "sector": other.sector, "confirmed_at": now if confirmed else None}
        else:
            name, sector = other
            side = {"name": name, "sector": Sector(sector)}
        Partner.objects.create(partnership=partnership, **side)
    return partnership
