"""Where larger settlements lie, for places whose source does not say it (the register of НСИ does not)."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from core.skeleton import keys
from members.models import Settlement

FILE = Path(__file__).parent / "data" / "coordinates.csv"


@cache
def known() -> dict[tuple[str, str], tuple[float, float]]:
    """Latitude and longitude by the key of the name and NUTS 3."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            (keys(row["name_en"])[0], row["nuts"]): (float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(file)
        }


def locate(settlements: list[Settlement]) -> list[Settlement]:
    """Gives coordinates to those that have none, where the name says surely which is meant; returns these.

    Sure is a name that one settlement of the province has, or one town. The settlements know their provinces.
    """
    of_name, of_town = Counter(map(_name, settlements)), Counter(_name(s) for s in settlements if _is_town(s))
    found = []
    for settlement in settlements:
        name = _name(settlement)
        sure = of_name[name] == 1 or (_is_town(settlement) and of_town[name] == 1)
        if settlement.latitude is None and sure and name in known():
            settlement.latitude, settlement.longitude = known()[name]
            found.append(settlement)
    return found


def _name(settlement: Settlement) -> tuple[str, str]:
    return settlement.key, settlement.municipality.province.nuts


def _is_town(settlement: Settlement) -> bool:
    return settlement.kind == Settlement.Kind.TOWN
