"""Partnerships as evidence: how many were formed, by year, fund and sectors, and how many of them began as an offer."""

from collections import Counter
from dataclasses import dataclass

from members.enums import Fund
from members.models import Partnership


@dataclass(frozen=True, order=True)
class Line:
    year: int
    fund: str
    sectors: str
    number: int = 0
    from_offers: int = 0

    @property
    def is_cross_sector(self) -> bool:
        return "+" in self.sectors


def lines() -> list[Line]:
    """The newest year first. Only sides that hold are counted: who has not said yes, or said no, is not."""
    numbers, from_offers = Counter(), Counter()
    for partnership in Partnership.objects.formed().prefetch_related("partners"):
        key = (partnership.formed_on.year, _fund(partnership), partnership.sectors_in_words())
        numbers[key] += 1
        from_offers[key] += partnership.offer_id is not None
    in_order = sorted(numbers, key=lambda key: (-key[0], *key[1:]))
    return [Line(*key, numbers[key], from_offers[key]) for key in in_order]


def _fund(partnership: Partnership) -> str:
    return str(Fund(partnership.fund).label) if partnership.fund else ""
