"""„Това мога ли да посетя“: events around a settlement.

Distances are reckoned on a plane around the settlement: over a hundred kilometres that is right to some hundred metres,
and every database can do it. Smaller villages have no coordinates in the register; then those of the town of their
municipality stand for them.
"""

from dataclasses import dataclass
from math import cos, hypot, radians

from django.db.models import F, FloatField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from events.models import Event
from events.where import coordinates
from members.coordinates import known
from members.models import Municipality, Settlement
from members.place_names import chosen, names_like, places_called

KILOMETRES_OF_A_DEGREE = 111.32
MAX_OTHERS = 6


@dataclass(frozen=True)
class Near:
    """A settlement or municipality, and where it lies as far as anybody knows."""

    place: Settlement | Municipality
    point: tuple[float, float] | None
    others: tuple[Settlement | Municipality, ...] = ()

    @property
    def municipality(self) -> Municipality:
        return self.place if isinstance(self.place, Municipality) else self.place.municipality

    def name_in(self, code: str) -> str:
        if isinstance(self.place, Settlement):
            return self.place.written(code)
        return self.place.name_en if code == "en" else self.place.name_bg

    def of(self, events, kilometres: int):
        """Those in the place itself, and those not farther from it; what nobody knows where it lies counts as near
        when it is in the same municipality."""
        is_municipality = isinstance(self.place, Municipality)
        there = Q(settlement__municipality=self.place) if is_municipality else Q(settlement=self.place)
        if not kilometres:
            return events.filter(there)
        same = Q(settlement__municipality=self.municipality)
        if self.point is None:
            return events.filter(there | same)
        events = events.alias(north=self._from_here("latitude", 0), east=self._from_here("longitude", 1))
        events = events.alias(squared=F("north") * F("north") + F("east") * F("east"))
        return events.filter(there | Q(squared__lte=kilometres**2) | same & Q(squared=None))

    def kilometres_to(self, event: Event) -> int | None:
        """How far an event is, as the crow flies."""
        point = coordinates(event)
        if self.point is None or point is None:
            return None
        (latitude, longitude), (here_lat, here_lon) = point, self.point
        return round(
            hypot(
                (latitude - here_lat) * KILOMETRES_OF_A_DEGREE,
                (longitude - here_lon) * KILOMETRES_OF_A_DEGREE * cos(radians(here_lat)),
            )
        )

    def _from_here(self, axis: str, index: int):
        """Kilometres to the north, or to the east, of the place."""
        scale = KILOMETRES_OF_A_DEGREE * (cos(radians(self.point[0])) if index else 1)
        towns = Settlement.objects.filter(municipality=OuterRef("settlement__municipality"), kind=Settlement.Kind.TOWN)
        town = towns.filter(latitude__isnull=False, longitude__isnull=False).order_by("pk").values(axis)[:1]
        where = Coalesce(F(axis), F(f"settlement__{axis}"), Subquery(town), output_field=FloatField())
        return (where - self.point[index]) * scale


def find(near: str, key: str) -> Near | None:
    """The place that was typed, or the one chosen among several of its name."""
    places = chosen({"mesto": key}) if key else []
    places = places or places_called(near)
    if not places:
        return None
    return Near(places[0], _point(places[0]), tuple(places[1 : MAX_OTHERS + 1]))


def meant(near: str, code: str) -> list[str]:
    """Names like the one that nobody knows."""
    return names_like(near, code)


def _point(place) -> tuple[float, float] | None:
    """Its own, else that of the town its municipality is named after, else that of the centre of the province: such
    municipalities (Тунджа, Родопи, Марица) lie around it. Without a query."""
    if isinstance(place, Settlement) and place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    municipality = place if isinstance(place, Municipality) else place.municipality
    province = municipality.province
    of_its_name = known().get((municipality.key, province.nuts))
    return of_its_name or known().get((province.key, province.nuts))
