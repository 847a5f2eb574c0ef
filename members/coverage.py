"""Which local action group works where, in which programme period; and the nearest one where none does."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Avg

from core.written import Written
from members.enums import Kind, Period
from members.maps import place_of
from members.models import Municipality, Organization, Settlement, Strategy
from members.projection import KM_PER_PIXEL

NOW = Period.values[-1]


@dataclass
class Lag:
    """A local action group as it answers for a place."""

    name: Written
    url: str
    phone: str
    period: str = NOW
    kilometres: int | None = None

    @property
    def is_now(self) -> bool:
        return self.period == NOW

    @property
    def period_label(self) -> str:
        return Period(self.period).label

    def as_json(self) -> dict:
        found = {"name": self.name.text, "url": settings.BASE_URL + self.url, "phone": self.phone}
        if self.kilometres is not None:
            return found | {"kilometres": self.kilometres}
        return found | {"period": self.period_label, "now": self.is_now}


def covering(answers: list, code: str, directory: str) -> None:
    """Put on each answer its groups, the newest period first: four queries for all of them together."""
    if not answers:
        return
    settlements = {answer.place.pk for answer in answers if not answer.is_municipality}
    municipalities = {answer.municipality.pk for answer in answers}
    named = _pairs(Strategy.settlements, "settlement", settlements)
    left_out = _pairs(Strategy.without, "settlement", settlements)
    whole = _pairs(Strategy.municipalities, "municipality", municipalities)
    everywhere = set().union(*named.values(), *whole.values())
    lags = _lags(everywhere, code, directory)
    for answer in answers:
        found = set(whole[answer.municipality.pk])
        if not answer.is_municipality:
            found = found - left_out[answer.place.pk] | named[answer.place.pk]
        known = [lags[pk] for pk in found if pk in lags]
        answer.lags = sorted(known, key=lambda lag: (-Period.values.index(lag.period), lag.name.text))


def nearest(place: Settlement | Municipality, code: str, directory: str) -> Lag | None:
    """By the straight line to the seat, among groups that work now."""
    seats = Organization.objects.visible_to().filter(
        kind=Kind.LAG, settlement__isnull=False, pk__in=Strategy.objects.filter(period=NOW).values("organization")
    )
    rows = seats.values_list(
        "pk", "settlement__latitude", "settlement__longitude", "settlement__municipality__province__nuts"
    )
    here = _where(place)
    away = {pk: _distance(here, place_of(latitude, longitude, nuts)) for pk, latitude, longitude, nuts in rows}
    if not away:
        return None
    pk = min(away, key=lambda pk: (away[pk], pk))
    organization = Organization.objects.get(pk=pk)
    return _lag(organization, NOW, code, directory, round(away[pk] * KM_PER_PIXEL))


def _pairs(relation, name: str, keys: set[int]) -> dict[int, set[int]]:
    """The strategies by the places of a relation between them."""
    found = defaultdict(set)
    through = relation.through.objects.filter(**{f"{name}__in": keys}) if keys else []
    for pair in through:
        found[getattr(pair, f"{name}_id")].add(pair.strategy_id)
    return found


def _lags(strategies: set[int], code: str, directory: str) -> dict[int, Lag]:
    if not strategies:
        return {}
    known = Organization.objects.visible_to().filter(strategies__in=strategies)
    rows = known.values_list("strategies", "strategies__period", "name_bg", "name_en", "slug", "phone")
    return {
        pk: _lag(Organization(name_bg=bulgarian, name_en=english, slug=slug, phone=phone), period, code, directory)
        for pk, period, bulgarian, english, slug, phone in rows
    }


def _lag(organization: Organization, period: str, code: str, directory: str, kilometres: int | None = None) -> Lag:
    url = f"{directory}{organization.slug}/"
    return Lag(organization.name_in(code), url, organization.phone, period, kilometres)


def _where(place: Settlement | Municipality) -> tuple[float, float]:
    """On the map; a place without coordinates, where the known ones of its municipality are on average."""
    municipality = place if isinstance(place, Municipality) else place.municipality
    latitude, longitude = (None, None) if place is municipality else (place.latitude, place.longitude)
    if latitude is None or longitude is None:
        known = Settlement.objects.filter(municipality=municipality, latitude__isnull=False, longitude__isnull=False)
        latitude, longitude = known.aggregate(a=Avg("latitude"), b=Avg("longitude")).values()
    return place_of(latitude, longitude, municipality.province.nuts)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5
