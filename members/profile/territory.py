"""The strategies of an organisation and where they hold, ready to be shown in one language."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from core.models import PortalDocument
from core.money import in_euro, money
from core.written import Written, written
from members.enums import Currency, Period
from members.models import Settlement
from members.profile.rows import DOCUMENT

FIRST = 21  # settlements shown before the reader asks for more


@dataclass
class Strategy:
    """A programme period of an organisation."""

    period: str
    title: Written
    document: PortalDocument | None
    budget: str
    priorities: list[str]
    priorities_lang: str
    population: int | None
    settlement_count: int | None
    whole: list[str] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)

    @property
    def says_more(self) -> bool:
        """Than its period and its territory, which have a part of their own."""
        return bool(self.title.text or self.document or self.budget or self.priorities)


@dataclass
class Places:
    """The settlements of a territory, those of municipalities that belong to it in part marked and last."""

    first: list[tuple[str, bool]]
    rest: list[tuple[str, bool]]
    partly_of: list[str]

    @property
    def number(self) -> int:
        return len(self.first) + len(self.rest)


def strategies(rows: dict[str, list[dict]], code: str) -> list[Strategy]:
    """The newest period first."""
    found = []
    for row in sorted(rows["strategy"], key=lambda row: (row["period"], -row["id"]), reverse=True):
        own = {kind: _of(row, rows[kind]) for kind in ("whole", "settlement", "without")}
        priorities = written(row["priorities_bg"], row["priorities_en"], code)
        found.append(
            Strategy(
                period=Period(row["period"]).label,
                title=written(row["title_bg"], row["title_en"], code),
                document=_document(row),
                budget=_budget(row),
                priorities=[line for line in map(str.strip, priorities.text.splitlines()) if line],
                priorities_lang=priorities.lang,
                population=row["population"],
                settlement_count=row["settlement_count"],
                whole=_sorted(_whole(place, own["without"], code) for place in own["whole"]),
                partly=_sorted({_name(place, code, "municipality_") for place in own["settlement"]}),
            )
        )
    return found


def places(rows: dict[str, list[dict]], code: str) -> Places | None:
    """Of the newest strategy; None unless all of them are known: a list with gaps would mislead."""
    newest = max(rows["strategy"], key=lambda row: (row["period"], -row["id"]), default=None)
    if newest is None:
        return None
    added, without = _of(newest, rows["settlement"]), [_key(place) for place in _of(newest, rows["without"])]
    inside = [place for place in rows["inside"] if _key(place) not in without]
    count, is_known = newest["settlement_count"], len(inside) + len(added)
    if not is_known or count is not None and count != is_known or count is None and _has_gaps(newest, rows):
        return None
    every = sorted((_written(place, code), False) for place in inside)
    every += sorted((_written(place, code), True) for place in added)
    partly = _sorted({_name(place, code, "municipality_") for place in added}) if inside else []
    return Places(every[:FIRST], every[FIRST:], partly)


def _has_gaps(strategy: dict, rows: dict) -> bool:
    """A municipality with a single known settlement says that the register was not taken in: none is that small."""
    known = [place["municipality"] for place in rows["inside"]]
    return any(known.count(place["id"]) < 2 for place in _of(strategy, rows["whole"]))


def _of(strategy: dict, places: list[dict]) -> list[dict]:
    return [place for place in places if place["strategy"] == strategy["id"]]


def _key(place: dict) -> tuple:
    return place["municipality"], place["bg"], place["kind"]


def _document(row: dict) -> PortalDocument | None:
    values = {name: row[f"document_{name}"] for name in DOCUMENT}
    return PortalDocument(collection_id=None, **values) if values["id"] else None


def _budget(row: dict) -> str:
    """Older sums in both currencies."""
    if row["budget"] is None:
        return ""
    amount = Decimal(row["budget"])
    if row["currency"] == Currency.EURO:
        return money(amount)
    return f"{money(amount, str(Currency.LEV.label))} ({money(in_euro(amount))})"


def _whole(municipality: dict, without: list[dict], code: str) -> str:
    name = _name(municipality, code)
    left_out = [_written(place, code) for place in without if place["municipality"] == municipality["id"]]
    if not left_out:
        return name
    return _("%(municipality)s (without %(places)s)") % {"municipality": name, "places": ", ".join(left_out)}


def _name(place: dict, code: str, prefix: str = "") -> str:
    return place[f"{prefix}{code}"] or place[f"{prefix}bg"]


def _written(place: dict, code: str) -> str:
    return place["en"] if code == "en" and place["en"] else f"{Settlement.SHORT[place['kind']]} {place['bg']}"


def _sorted(names) -> list[str]:
    return sorted(names, key=str.lower)
