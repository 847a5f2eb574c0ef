"""Which other open offers go with one: by its themes, then by how near their organisations are."""

from datetime import date

from django.db.models import Count, F, Q

from members.models import PartnerOffer
from members.neighbours import with_neighbours

HOW_MANY = 3


def matching(offer: PartnerOffer, themes: list, day: date) -> list[PartnerOffer]:
    """At most three, the most alike first; nothing that has neither a theme nor a neighbourhood in common."""
    own = {province.nuts for province in offer.organization.provinces.all()}
    themes_pks = [theme.pk for theme in themes]
    others = PartnerOffer.objects.visible_to().open_on(day).exclude(organization=offer.organization_id)
    alike = others.annotate(
        common=_number("themes", Q(themes__in=themes_pks)),
        here=_number("organization__provinces", Q(organization__provinces__nuts__in=own)),
        near=_number("organization__provinces", Q(organization__provinces__nuts__in=with_neighbours(own))),
    ).filter(Q(common__gt=0) | Q(near__gt=0))
    best = alike.annotate(score=3 * F("common") + F("here") + F("near")).order_by("-score", "deadline", "-pk")
    return list(best.for_listing()[:HOW_MANY])


def _number(of: str, which: Q) -> Count:
    return Count(of, filter=which, distinct=True)
