"""„Намерете своята МИГ“: from what somebody typed to the local action groups of the place, now and before.

The work is bounded: so many places, so many queries, whatever is typed.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Case, IntegerField, When
from django.utils.translation import gettext as _

from core.language import ORIGINAL
from core.models import ContactRole
from core.skeleton import keys
from members.coverage import Lag, covering, nearest
from members.models import Municipality, Settlement
from members.place_names import BEFORE, MAX_PLACES, chosen, names_like, places_called
from members.provinces import provinces

COORDINATOR = "lag-coordinator"  # the word in the address of the contact role
MAX_LENGTH = 80
MAX_SUGGESTED = 8


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
    province: tuple[str, str] | None = None
    """Its name and the address of its organisations, when somebody typed a province."""
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
    places = chosen(data) or (places_called(found.query, beginnings) if found.query else [])
    limit = MAX_SUGGESTED if beginnings else MAX_PLACES
    found.has_more = len(places) > limit
    found.answers = [Answer(place, code, directory) for place in places[:limit]]
    covering(found.answers, code, directory)
    if found.query and not found.answers and not beginnings:
        found.province = _province_called(found.query, code, directory)
        found.meant = names_like(found.query, code) or _names_beginning(found.query, code)
    if found.only and not found.only.now:
        found.nearest = nearest(found.only.place, code, directory)
    if found.query and not (found.only and any(lag.phone for lag in found.only.now)):
        found.ask = _whom_to_ask()
    return found


def _province_called(query: str, code: str, directory: str) -> tuple[str, str] | None:
    wanted = {key for key in keys(BEFORE.sub("", query)) if key}
    for nuts, province in provinces().items():
        if wanted & set(keys(province.name_in(ORIGINAL))):
            name = _("province %(name)s") % {"name": province.name_in(code)}
            return name, f"{directory}?{urlencode({'province': nuts})}"
    return None


def _names_beginning(query: str, code: str) -> list[str]:
    names = dict.fromkeys(_name(place, code) for place in places_called(query, beginnings=True))
    return list(names)[:MAX_SUGGESTED]


def _whom_to_ask() -> ContactRole | None:
    """Who coordinates the groups, else who stands first among those to ask."""
    first = Case(When(slug=COORDINATOR, then=0), default=1, output_field=IntegerField())
    return ContactRole.objects.order_by(first, "position", "pk").first()


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
