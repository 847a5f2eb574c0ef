"""The municipalities and settlements of the demo (home/demo/data), until somebody brings the whole register."""

import csv
from functools import cache
from pathlib import Path

from django.db import transaction

from members.coordinates import locate
from members.models import Municipality, Province, Settlement
from members.register.reading import KINDS

DATA = Path(__file__).parent / "data"


@cache
def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def make_places() -> None:
    """What is there already, from the register or by hand, stays as it is."""
    provinces = {province.nuts: province for province in Province.objects.all()}
    for row in table("municipalities.csv"):
        Municipality.objects.get_or_create(name_bg=row["name"], province=provinces[row["nuts"]])
    municipalities = {one.name_bg: one for one in _municipalities()}
    for row in table("settlements.csv"):
        place = {
            "municipality": municipalities[row["municipality"]],
            "name_bg": row["name"],
            "kind": KINDS[row["kind"]],
        }
        if not Settlement.objects.filter(**place).exists():
            Settlement.objects.create(
                **place,
                ekatte=row["ekatte"] or None,
                postcode=row["postcode"],
                latitude=row["latitude"] or None,
                longitude=row["longitude"] or None,
            )
    located = locate(list(Settlement.objects.select_related("municipality__province")))
    Settlement.objects.bulk_update(located, ["latitude", "longitude"])


def find(municipality: str, name: str) -> Settlement:
    """A town, where a village has the same name."""
    places = Settlement.objects.filter(municipality__in=_municipalities(), municipality__name_bg=municipality)
    return places.filter(name_bg=name).order_by("kind").first()


def find_municipalities(names: list[str]) -> list[Municipality]:
    return list(_municipalities().filter(name_bg__in=names))


def _municipalities():
    """Those of the demo: Бяла is one municipality in Варна and another in Русе."""
    keys = {(row["name"], row["nuts"]) for row in table("municipalities.csv")}
    found = Municipality.objects.filter(name_bg__in={name for name, _nuts in keys}).select_related("province")
    return Municipality.objects.filter(pk__in=[one.pk for one in found if (one.name_bg, one.province.nuts) in keys])


def remove_places() -> None:
    """Those that nothing refers to; a register that was brought in stays."""
    if Municipality.objects.exclude(code=None).exists():
        return
    known = {(row["name"], row["municipality"]) for row in table("settlements.csv")}
    unused = Settlement.objects.filter(organizations=None, strategies=None, left_out_of=None)
    places = unused.values_list("pk", "name_bg", "municipality__name_bg")
    Settlement.objects.filter(pk__in=[pk for pk, *names in places if tuple(names) in known]).delete()
    _municipalities().filter(settlements=None, strategies=None).delete()
