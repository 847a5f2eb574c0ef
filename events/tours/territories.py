"""How the territories of the local action groups stand to a tour: which have had it, which will, which are empty.

Only stops that this reader may see count, so that a draft makes no territory planned; a stop that was cancelled gives
its territory back. An offer that waits for an answer is nobody else's business and stands on no map.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Value

from core.written import Written
from events.enums import State
from events.models import Event, EventReport, Tour
from events.tours.policy import LAGS, groups
from members.coverage import NOW
from members.models import Organization, Settlement
from members.offers.addresses import profile_address

HOSTED, PLANNED, EMPTY = "hosted", "planned", "empty"
ROW = ("slug", "sort_key", "sort_key_en", "name_bg", "name_en", "territory_bg", "territory_en", "settlement")
PLACE = (
    *(f"settlement__{name}" for name in ("name_bg", "name_en", "kind", "latitude", "longitude")),
    *(f"settlement__municipality__{name}" for name in ("key", "province__nuts")),
)


@dataclass
class Territory:
    """One local action group with the stops on its territory."""

    organization: Organization
    name: Written
    where: Written
    url: str
    stops: list[Event] = field(default_factory=list)
    state: str = EMPTY


def stops_of(tour: Tour, user) -> list[Event]:
    """The events of a tour that this reader may see, the first first; `has_report` when a report can be read."""
    reports = EventReport.objects.visible_to(user).filter(event=OuterRef("pk"))
    groups_beside = Organization.objects.rewrite(False).filter(kind__in=LAGS).order_by().only("pk")
    events = Event.objects.visible_to(user).filter(tour=tour).first_first().for_listing()
    return list(
        events.annotate(has_report=Exists(reports)).prefetch_related(Prefetch("co_hosts", groups_beside, "lags_beside"))
    )


def is_held(event: Event, moment: datetime) -> bool:
    return event.state == State.HELD or event.is_past_at(moment) and not event.is_cancelled


def territories(stops: list[Event], moment: datetime, code: str) -> list[Territory]:
    """Every local action group, in the order of the alphabet."""
    found = groups().rewrite(False).from_a_to_z(code).select_related("settlement__municipality__province")
    rows = {
        one.pk: Territory(one, one.name_in(code), one.territory_in(code), profile_address(one.slug, code))
        for one in found.only(*ROW, *PLACE)
    }
    counted = [event for event in stops if not event.is_cancelled]
    where = _territories_of(counted)
    for event in counted:
        for key in where[event.pk] & rows.keys():
            territory = rows[key]
            territory.stops.append(event)
            if is_held(event, moment):
                territory.state = HOSTED
            elif territory.state == EMPTY:
                territory.state = PLANNED
    return list(rows.values())


def _territories_of(events: list[Event]) -> dict[int, set[int]]:
    """By the keys of events: that of the host when it is a local action group, and of co-hosts that are; else of the
    group on whose territory it takes place."""
    found = {event.pk: {beside.pk for beside in event.lags_beside} for event in events}
    for event in events:
        if event.organization.kind in LAGS:
            found[event.pk].add(event.organization_id)
    lost = [event for event in events if not found[event.pk] and event.settlement_id]
    if lost:
        of_place = _covering({event.settlement_id for event in lost})
        for event in lost:
            found[event.pk] = of_place[event.settlement_id]
    return found


def _covering(settlements: set[int]) -> dict[int, set[int]]:
    """The groups that work in these settlements now, by one query."""
    ways = {"whole": "municipality__strategies", "named": "strategies", "left out": "left_out_of"}
    rows = [
        Settlement.objects.rewrite(False)
        .filter(pk__in=settlements, **{f"{way}__period": NOW})
        .order_by()
        .values_list(Value(name), "pk", f"{way}__organization")
        for name, way in ways.items()
    ]
    found = {name: defaultdict(set) for name in ways}
    for name, settlement, organization in rows[0].union(*rows[1:]):
        found[name][settlement].add(organization)
    return {pk: found["whole"][pk] - found["left out"][pk] | found["named"][pk] for pk in settlements}
