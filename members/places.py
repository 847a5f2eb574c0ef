"""Municipalities and settlements as people write them: „Бяла (област Варна)“, „с. Крушаре“, “Krushare”, 40165.

A list is parted by commas, semicolons or lines. A name that several places have needs more words in brackets.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from core.skeleton import keys
from members.models import Municipality, Settlement

SEPARATOR = re.compile(r"[,;\n](?![^(\n]*\))")
KIND = r"(?:(?P<kind>град|гр|село|с|ман|общ|община|municipality of)(?:\.\s*|\s+))?"
WORD = re.compile(KIND + r"(?P<name>[^()]+?)\s*(?:\((?P<where>.*)\))?", re.IGNORECASE)
WHERE = re.compile(r"(?P<what>област|обл\.|province of|община|общ\.|municipality of)?\s*(?P<name>.+)", re.IGNORECASE)
CODE = {Settlement: (re.compile(r"^\d{5}$"), "ekatte"), Municipality: (re.compile(r"^[A-Z]{3}\d{2}$"), "code")}
KINDS = {
    "гр": Settlement.Kind.TOWN,
    "град": Settlement.Kind.TOWN,
    "с": Settlement.Kind.VILLAGE,
    "село": Settlement.Kind.VILLAGE,
    "ман": Settlement.Kind.MONASTERY,
}


@dataclass
class Found:
    """What a list of names stands for."""

    places: list = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    ambiguous: dict[str, list[str]] = field(default_factory=dict)
    """A name, and how each place that has it is written."""


def parts(text: str) -> list[str]:
    """The names of a list, each once."""
    return list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in SEPARATOR.split(text)))))


def find(places: QuerySet, names: list[str]) -> Found:
    """Look a list of names up with one query; another one only when names are ambiguous."""
    wanted = [Wanted(name, places.model) for name in names]
    candidates = list(_with_what_is_above(places.filter(_any_of(wanted)))) if wanted else []
    found, several = Found(), {}
    for one in wanted:
        fitting = one.choose(candidates)
        if len(fitting) == 1:
            found.places.append(fitting[0])
        elif fitting:
            several[one.text] = fitting
        else:
            found.unknown.append(one.text)
    written = labels(places, [place for fitting in several.values() for place in fitting])
    found.ambiguous = {name: [written[place.pk] for place in fitting] for name, fitting in several.items()}
    found.places = list(dict.fromkeys(found.places))
    return found


def labels(places: QuerySet, chosen: Iterable) -> dict[int, str]:
    """How each of some places is written so that `find` finds it alone, by key."""
    chosen = list(chosen)
    same = defaultdict(list)
    names = {place.name_bg for place in chosen}
    for place in _with_what_is_above(places.filter(name_bg__in=names)) if names else ():
        same[place.name_bg].append(place)
    return {place.pk: _label(place, same[place.name_bg]) for place in chosen}


class Wanted:
    """One name of a list, taken apart."""

    def __init__(self, text: str, model: type):
        self.text, self.code = text, CODE[model]
        found = WORD.fullmatch(text)
        self.name = found["name"] if found else text
        self.kind = KINDS.get((found["kind"] or "").lower()) if found else None
        self.where = [part.strip() for part in (found["where"] or "").split(",") if part.strip()] if found else []
        self.keys = keys(self.name)

    @property
    def is_code(self) -> bool:
        return bool(self.code[0].match(self.text))

    def choose(self, candidates: list) -> list:
        if self.is_code:
            return [place for place in candidates if getattr(place, self.code[1]) == self.text]
        fitting = [place for place in candidates if self._has_name(place) and self._is_there(place)]
        typed = self.name.casefold()
        exact = [place for place in fitting if typed in (place.name_bg.casefold(), (place.name_en or "").casefold())]
        return exact or fitting

    def _has_name(self, place) -> bool:
        if self.kind and getattr(place, "kind", self.kind) != self.kind:
            return False
        return bool({place.key, place.other_key} & set(self.keys))

    def _is_there(self, place) -> bool:
        return all(_lies_in(place, where) for where in self.where)


def _lies_in(place, where: str) -> bool:
    if where == getattr(place, "ekatte", None):
        return True
    found = WHERE.fullmatch(where)
    above = [_municipality_of(place), _municipality_of(place).province]
    what = (found["what"] or "").lower()
    if what:
        above = above[1:] if what.startswith(("обл", "prov")) else above[:1]
    return any(set(keys(found["name"])) & {one.key, one.other_key} for one in above)


def _any_of(wanted: list[Wanted]) -> Q:
    codes = [one.text for one in wanted if one.is_code]
    words = {key for one in wanted for key in one.keys}
    return Q(key__in=words) | Q(other_key__in=words) | Q(**{f"{wanted[0].code[1]}__in": codes})


def _with_what_is_above(places: QuerySet) -> QuerySet:
    return places.select_related("province" if places.model is Municipality else "municipality__province")


def _municipality_of(place) -> Municipality:
    return place if isinstance(place, Municipality) else place.municipality


def _label(place, same_name: list) -> str:
    """Bare when nobody else has the name; else with its province, its municipality, at last its code."""
    others = [other for other in same_name if other.pk != place.pk]
    if not others:
        return place.name_bg
    here = _municipality_of(place)
    if all(_municipality_of(other).province_id != here.province_id for other in others):
        return _("%(name)s (province of %(province)s)") % {"name": place.name_bg, "province": here.province.name_bg}
    if all(_municipality_of(other).pk != here.pk for other in others):
        return _("%(name)s (municipality of %(municipality)s, province of %(province)s)") % {
            "name": place.name_bg,
            "municipality": here.name_bg,
            "province": here.province.name_bg,
        }
    return f"{place.name_bg} ({getattr(place, 'ekatte', None)})"
