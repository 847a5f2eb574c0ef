"""The map of a tour: a sign for each territory, of another shape for each state, so that nobody needs the colours."""

from events.tours.territories import EMPTY, HOSTED, PLANNED, Territory
from events.where import coordinates
from members import maps
from members.coordinates import known
from members.models import Settlement

ORDER = (EMPTY, PLANNED, HOSTED)  # what is drawn last lies on top


def draw(found: list[Territory], title: str, code: str) -> maps.Map:
    """Stops stand where they take place, empty territories at the seat of their group; those with a stop are named."""
    marks: dict[str, list[maps.Point]] = {state: [] for state in ORDER}
    for territory in found:
        if place := _place(territory):
            name = _stop_name(territory, code) if territory.stops else ""
            marks[territory.state].append(maps.Point(*place, name=name, size=maps.SIGN))
    return maps.marked(title, marks)


def _place(territory: Territory) -> tuple[float, float] | None:
    """In pixels of the map; None when nobody knows where the group has its seat."""
    settlement = territory.organization.settlement
    for event in territory.stops:
        if point := coordinates(event):
            return maps.place_of(*point, "")
    if settlement is None:
        return None
    point = _point_of(settlement) or (None, None)
    return maps.place_of(*point, settlement.municipality.province.nuts)


def _point_of(settlement: Settlement) -> tuple[float, float] | None:
    """Its own, else that of the town its municipality is called after."""
    if settlement.latitude is not None and settlement.longitude is not None:
        return settlement.latitude, settlement.longitude
    municipality = settlement.municipality
    return known().get((municipality.key, municipality.province.nuts))


def _stop_name(territory: Territory, code: str) -> str:
    settlement = territory.stops[0].settlement
    return settlement.written(code) if settlement else ""
