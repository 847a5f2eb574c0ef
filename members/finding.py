"""„Намерете своята МИГ“: from what somebody typed to the local action groups of the place, now and before.

The work is bounded: so many places, so many queries, whatever is typed.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import gettext as _

from core.models import ContactRole
from core.skeleton import keys
from members.coverage import Lag, covering, nearest
from members.models import Municipality, Settlement

MAX_LENGTH = 80
MAX_PLACES = 20
MAX_SUGGESTED = 8
MAX_COMPARED = 400
LIKE_ENOUGH = 0.75
# „с. Крушаре“, “village of …”: what stands before a name is not part of it.
BEFORE = re.compile(
    r"^(?:с|гр|ман|общ|обл|село|град|община|област|selo|grad|obshtina|oblast|municipality of|village of|town of)\b"
    r"[.\s]*(?=\w)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*[,;(/]\s*")


@dataclass
class Answer:
    """A place, and who works for it."""

    place: Settlement | Municipality
    code: str
    directory: str
    lags: list[Lag] = field(default_factory=list)

    @property
    def is_municipality(self) -> bool:
        return isinstance(self.place, Municipality)

    @property
    def municipality(self) -> Municipality:
        return self.place if self.is_municipality else self.place.municipality

    @property
    def name(self) -> str:
        if not self.is_municipality:
            return self.place.written(self.code)
        return _("municipality of %(name)s") % {"name": _name(self.place, self.code)}

    @property
    def where(self) -> str:
        """„община Сливен, област Сливен“."""
        province = _("province %(name)s") % {"name": _name(self.municipality.province, self.code)}
        if self.is_municipality:
            return province
        return _("municipality of %(name)s") % {"name": _name(self.municipality, self.code)} + ", " + province

    @property
    def now(self) -> list[Lag]:
        return [lag for lag in self.lags if lag.is_now]

    @property
    def before(self) -> list[Lag]:
        return [lag for lag in self.lags if not lag.is_now]

    @property
    def url(self) -> str:
        kind = "obshtina" if self.is_municipality else "mesto"
        return f"{self.directory}namerete/?{urlencode({'q': _name(self.place, self.code), kind: self.place.pk})}"


@dataclass
class Found:
    query: str
    answers: list[Answer] = field(default_factory=list)
    meant: list[str] = field(default_factory=list)
    nearest: Lag | None = None
    ask: ContactRole | None = None
    has_more: bool = False

    @property
    def only(self) -> Answer | None:
        return self.answers[0] if len(self.answers) == 1 else None

    def as_json(self) -> dict:
        return {
            "query": self.query,
            "places": [_place_as_json(answer) for answer in self.answers],
            "meant": self.meant,
            "nearest": self.nearest.as_json() if self.nearest else None,
            "ask": {"title": self.ask.title, "phone": self.ask.phone, "url": self.ask.get_absolute_url()}
            if self.ask
            else None,
        }


def find(data, code: str, directory: str, beginnings: bool = False) -> Found:
    """`data` is what came with the address: q, and the key of a place when one was chosen among several.

    With `beginnings` names that only begin so count too: for suggestions while somebody types.
    """
    found = Found(" ".join(data.get("q", "").split())[:MAX_LENGTH])
    places = _chosen(data) or (_places(found.query, beginnings) if found.query else [])
    limit = MAX_SUGGESTED if beginnings else MAX_PLACES
    found.has_more = len(places) > limit
    found.answers = [Answer(place, code, directory) for place in places[:limit]]
    covering(found.answers, code, directory)
    if found.query and not found.answers and not beginnings:
        found.meant = _meant(found.query, code)
    if found.only and not found.only.now:
        found.nearest = nearest(found.only.place, code, directory)
    if found.query and not (found.only and found.only.now):
        found.ask = ContactRole.objects.first()
    return found


def _chosen(data) -> list:
    for name, model in (("mesto", Settlement), ("obshtina", Municipality)):
        pk = data.get(name, "")
        if pk.isascii() and pk.isdecimal() and len(pk) < 19:
            return list(_with_names(model).filter(pk=pk))
    return []


def _places(query: str, beginnings: bool) -> list:
    """Settlements, then municipalities without a settlement of their name among them."""
    name, *within = [BEFORE.sub("", part) for part in BETWEEN.split(query) if part]
    wanted = [key for key in keys(name) if key]
    if not wanted:
        return []
    settlements = _narrowed(_named(Settlement, wanted, beginnings), within, "municipality__")
    municipalities = _narrowed(_named(Municipality, wanted, beginnings), within, "")
    shown = {(place.key, place.municipality_id) for place in settlements}
    settlements += [one for one in municipalities if (one.key, one.pk) not in shown]
    return sorted(settlements, key=lambda place: (place.key not in wanted, place.name_bg))


def _named(model, wanted: list[str], beginnings: bool):
    right = Q(key__in=wanted)
    if beginnings and max(map(len, wanted)) > 1:
        for key in wanted:
            right |= Q(key__startswith=key)
    return _with_names(model).filter(right)


def _narrowed(places, within: list[str], path: str) -> list:
    """„Дряново, Тунджа“: with the municipality or the province after the name, when that leaves anything."""
    found = list(places[: MAX_PLACES + 1])
    for part in within:
        part_keys = keys(part)
        narrower = places.filter(Q(**{f"{path}key__in": part_keys}) | Q(**{f"{path}province__key__in": part_keys}))
        found = list(narrower[: MAX_PLACES + 1]) or found
    return found


def _with_names(model):
    related = ["province"] if model is Municipality else ["municipality__province"]
    return model.objects.select_related(*related).order_by("name_bg", "pk")


def _meant(query: str, code: str) -> list[str]:
    """Names like the one typed, among those with the same beginning."""
    key = keys(BEFORE.sub("", BETWEEN.split(query)[0]))[0]
    if len(key) < 3:
        return []
    near = Settlement.objects.filter(key__startswith=key[:2]).values_list("key", "name_bg", "name_en")
    names = {known: english if code == "en" else bulgarian for known, bulgarian, english in near[:MAX_COMPARED]}
    return [names[like] for like in get_close_matches(key, names, n=3, cutoff=LIKE_ENOUGH)]


def _name(place, code: str) -> str:
    return place.name_en if code == "en" else place.name_bg


def _place_as_json(answer: Answer) -> dict:
    return {
        "name": answer.name,
        "where": answer.where,
        "ekatte": None if answer.is_municipality else answer.place.ekatte,
        "url": answer.url,
        "lags": [lag.as_json() for lag in answer.lags],
    }
