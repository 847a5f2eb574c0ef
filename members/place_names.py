"""Settlements and municipalities by name, in Cyrillic or Latin letters, with or without what they lie in."""

import re
from difflib import get_close_matches

from django.db.models import Q

from core.skeleton import keys
from members.models import Municipality, Settlement

MAX_PLACES = 20
MAX_COMPARED = 400
LIKE_ENOUGH = 0.75
# „с. Крушаре“, “village of …”: what stands before a name is not part of it.
BEFORE = re.compile(
    r"^(?:с|гр|ман|общ|обл|село|град|община|област|selo|grad|obshtina|oblast|municipality of|village of|town of)\b"
    r"[.\s]*(?=\w)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*[,;(/]\s*")


def chosen(data) -> list:
    for name, model in (("mesto", Settlement), ("obshtina", Municipality)):
        pk = data.get(name, "")
        if pk.isascii() and pk.isdecimal() and len(pk) < 19:
            return list(_with_names(model).filter(pk=pk))
    return []


def places_called(query: str, beginnings: bool = False) -> list[Settlement | Municipality]:
    """Settlements, then municipalities without a settlement of their name among them.

    „Дряново, Тунджа“: what comes after the name is a municipality or a province, when that leaves anything.
    """
    name, within = _taken_apart(query)
    wanted = [key for key in keys(name) if key]
    if not wanted:
        return []
    found = _named(wanted, beginnings, [])
    for part in within:
        found = _named(wanted, beginnings, keys(part)) or found
    return sorted(found, key=lambda place: (place.key not in wanted, place.name_bg))


def _taken_apart(query: str) -> tuple[str, list[str]]:
    parts = [BEFORE.sub("", part) for part in BETWEEN.split(query) if part]
    return (parts[0], parts[1:]) if parts else ("", [])


def _named(wanted: list[str], beginnings: bool, within: tuple[str, ...] | list) -> list:
    right = Q(key__in=wanted)
    if beginnings and max(map(len, wanted)) > 1:
        for key in wanted:
            right |= Q(key__startswith=key)
    there = Q(municipality__key__in=within) | Q(municipality__province__key__in=within) if within else Q()
    settlements = list(_with_names(Settlement).filter(right, there)[: MAX_PLACES + 1])
    there = Q(province__key__in=within) if within else Q()
    municipalities = _with_names(Municipality).filter(right, there)[: MAX_PLACES + 1]
    shown = {(place.key, place.municipality_id) for place in settlements}
    return settlements + [one for one in municipalities if (one.key, one.pk) not in shown]


def _with_names(model):
    related = ["province"] if model is Municipality else ["municipality__province"]
    return model.objects.select_related(*related).order_by("name_bg", "pk")


def names_like(query: str, code: str) -> list[str]:
    """Names like the one typed, among those with the same beginning."""
    key = keys(_taken_apart(query)[0])[0]
    if len(key) < 3:
        return []
    near = Settlement.objects.filter(key__startswith=key[:2]).values_list("key", "name_bg", "name_en")
    names = {known: english if code == "en" else bulgarian for known, bulgarian, english in near[:MAX_COMPARED]}
    return [names[like] for like in get_close_matches(key, names, n=3, cutoff=LIKE_ENOUGH)]
