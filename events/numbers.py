"""How many came to an event, from where: counted from the marks made at the entrance, never from names.

The sector and the province are those of the organisation; where it is not on the portal nobody guesses.
"""

from collections import Counter
from dataclasses import dataclass, field

from events.models import Event, Seat
from members.enums import SECTORS, Kind, Sector


@dataclass
class Numbers:
    participants: int = 0
    organizations: int = 0
    sectors: list[tuple[str, int]] = field(default_factory=list)
    """People by sector, the largest first; who has none is not in it."""
    provinces: list[tuple[str, int]] = field(default_factory=list)
    without: int = 0
    """People of whom neither is known."""


def numbers(event: Event, code: str) -> Numbers:
    """One query, whatever number came."""
    organization = "attendee__registration__organization"
    name = "name_en" if code == "en" else "name_bg"
    province = f"{organization}__settlement__municipality__province__{name}"
    rows = (
        Seat.objects.filter(part__event=event)
        .who_came()
        .order_by("attendee")
        .values_list(
            "attendee", organization, f"{organization}__kind", province, "attendee__registration__organization_name"
        )
        .distinct()
    )
    people, organizations = 0, set()
    sectors, provinces, without = Counter(), Counter(), 0
    for _attendee, key, kind, where, typed in rows:
        people += 1
        if key or typed.strip():
            organizations.add(key or typed.strip().casefold())
        if kind:
            sectors[SECTORS[Kind(kind)]] += 1
        if where:
            provinces[where] += 1
        without += not kind
    return Numbers(
        participants=people,
        organizations=len(organizations),
        sectors=[(str(Sector(sector).label), count) for sector, count in _largest_first(sectors)],
        provinces=_largest_first(provinces),
        without=without,
    )


def _largest_first(counted: Counter) -> list:
    return sorted(counted.items(), key=lambda pair: (-pair[1], str(pair[0])))
