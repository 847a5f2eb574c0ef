"""From the register into the database: everything or nothing, and the second time only what has changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core.transliteration import transliterate
from members.coordinates import locate
from members.models import Municipality, Organization, Province, Settlement
from members.register.reading import Register

Progress = Callable[[str, list], Iterator]
BATCH = 500
NAMES = ["name_bg", "name_en", "key", "other_key"]


@dataclass
class Outcome:
    added: int = 0
    changed: int = 0
    same: int = 0
    unknown: int = 0  # in the portal, no more in the register


@transaction.atomic
def take_in(register: Register, progress: Progress) -> Outcome:
    """A place keeps its key whatever its name becomes; one that was entered by name alone gets its code."""
    provinces = {province.code: province for province in Province.objects.select_for_update()}
    municipalities = _municipalities(register, provinces, progress)
    return _settlements(register, municipalities, progress)


def _municipalities(register: Register, provinces: dict, progress: Progress) -> dict[str, Municipality]:
    there = list(Municipality.objects.all())
    by_code = {one.code: one for one in there if one.code}
    by_name = {(one.province_id, one.name_bg): one for one in there if not one.code}
    found = {}
    for row in progress(_("municipalities"), list(register.municipalities.values())):
        province = provinces[row.province]
        one = by_code.get(row.code) or by_name.get((province.pk, row.name)) or Municipality()
        if _differs(one, name_bg=row.name, name_en=row.name_en, code=row.code, province_id=province.pk):
            one.save()
        found[row.code] = one
    return found


def _settlements(register: Register, municipalities: dict, progress: Progress) -> Outcome:
    there = list(Settlement.objects.all())
    by_code = {one.ekatte: one for one in there if one.ekatte}
    by_name = {(one.municipality_id, one.kind, one.name_bg): one for one in there if not one.ekatte}
    outcome = Outcome(unknown=len(by_code.keys() - register.settlements.keys()))
    new, changed = [], []
    for row in register.settlements.values():
        municipality = municipalities[row.municipality]
        one = by_code.get(row.ekatte) or by_name.pop((municipality.pk, row.kind, row.name), None) or Settlement()
        if _differs(
            one,
            name_bg=row.name,
            name_en=row.name_en,
            ekatte=row.ekatte,
            kind=row.kind,
            municipality_id=municipality.pk,
        ):
            one.prepare()
            (changed if one.pk else new).append(one)
        else:
            outcome.same += 1
    outcome.added, outcome.changed = len(new), len(changed)
    for batch in progress(_("settlements"), _batches(new)):
        Settlement.objects.bulk_create(batch)
    for batch in progress(_("changes"), _batches(changed)):
        Settlement.objects.bulk_update(batch, [*NAMES, "ekatte", "kind", "municipality"])
    located = locate(list(Settlement.objects.select_related("municipality__province")))
    Settlement.objects.bulk_update(located, ["latitude", "longitude"], batch_size=BATCH)
    _tell_organizations(changed)
    return outcome


def _differs(place, **told) -> bool:
    """Write what the register tells on a place; an English name it does not tell follows the Bulgarian one."""
    if not told["name_en"]:
        told["name_en"] = place.name_en if place.name_bg == told["name_bg"] else transliterate(told["name_bg"])
    differs = place.pk is None or any(getattr(place, name) != value for name, value in told.items())
    for name, value in told.items():
        setattr(place, name, value)
    return differs


def _tell_organizations(changed: list[Settlement]) -> None:
    """Their seats, as they stand in lists, are written anew."""
    keys = [one.pk for one in changed]
    for start in range(0, len(keys), BATCH):
        for organization in Organization.objects.filter(settlement__in=keys[start : start + BATCH]):
            organization.save()


def _batches(places: list) -> list[list]:
    return [places[start : start + BATCH] for start in range(0, len(places), BATCH)]
