"""What a reader has chosen in the calendar; it stands in the address, so that it can be sent on or followed."""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict

from core.keyset import LAST
from events.calendar.near import Near
from events.enums import Kind, PartOfNetwork
from events.models import Event
from events.when import DAY, midnight
from members.enums import Kind as Of
from members.enums import Membership
from members.models import Organization
from members.provinces import provinces

MAX_LENGTH = 80
KILOMETRES = (0, 10, 25, 50, 100)
USUAL_KILOMETRES = 25
YEARS = range(1990, 2101)
PARTS = {
    PartOfNetwork.LAGS: {"kind__in": (Of.LAG, Of.FLAG)},
    PartOfNetwork.NGOS: {"kind": Of.NGO},
    PartOfNetwork.CHITALISHTA: {"kind": Of.CHITALISHTE},
    PartOfNetwork.MUNICIPALITIES: {"kind__in": (Of.MUNICIPALITY, Of.INSTITUTION)},
    PartOfNetwork.MEMBERS: {"status": Membership.MEMBER},
    PartOfNetwork.PARTNERS: {"status": Membership.PARTNER},
}
"""What each part asks of an organisation."""
TYPED_DAY = re.compile(r"\s*([0-9]{1,2})[./ -]+([0-9]{1,2})[./ -]+([0-9]{4})\s*(?:г\.?)?\s*")


@dataclass(frozen=True)
class Choices:
    """One value of each filter, or none; what nobody could have chosen is left out."""

    kind: str = ""
    online: str = ""
    near: str = ""
    mesto: str = ""
    km: str = ""
    province: str = ""
    part: str = ""
    host: str = ""
    theme: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def read(cls, data: QueryDict) -> "Choices":
        near = " ".join(data.get("near", "").split())[:MAX_LENGTH]
        return cls(
            kind=_known(data.get("kind", ""), Kind.values),
            online=_known(data.get("online", ""), ["1"]),
            near=near,
            mesto=_key(data.get("mesto", "")) if near else "",
            km=_unless_usual(_known(data.get("km", ""), map(str, KILOMETRES))) if near else "",
            province=_known(data.get("province", ""), provinces()),
            part=_known(data.get("part", ""), PartOfNetwork.values),
            host=_word(data.get("host", "")),
            theme=_word(data.get("theme", "")),
            since=_day(data.get("since", "")),
            until=_day(data.get("until", "")),
        )

    @property
    def query(self) -> str:
        """“?kind=forum&province=BG343”; empty when nothing is chosen."""
        return self.address()

    def address(self, **place: str) -> str:
        """The same with a place in the list."""
        pairs = {name: value for name, value in (asdict(self) | place).items() if value}
        return f"?{urlencode(pairs)}" if pairs else ""

    def but(self, **changes) -> "Choices":
        return replace(self, **changes)

    @property
    def is_narrowed(self) -> bool:
        return self != Choices()

    @property
    def kilometres(self) -> int:
        return int(self.km) if self.km else USUAL_KILOMETRES

    def of(self, events, near: Near | None):
        """The events that fit."""
        if self.kind:
            events = events.filter(kind=self.kind)
        if self.online:
            events = events.filter(is_online=True)
        return self.apart_from_kind(events, near)

    def apart_from_kind(self, events, near: Near | None):
        """Those that fit whatever their kind: what the numbers beside the kinds count."""
        if near:
            events = near.of(events, self.kilometres)
        if self.province:
            events = events.filter(_in_province(self.province))
        if self.part:
            events = events.filter(_of_part(self.part))
        if self.host:
            events = events.filter(_hosted_by(self.host))
        if self.theme:
            themes = Event.themes.through.objects.filter(event=OuterRef("pk"), theme__slug=self.theme)
            events = events.filter(Exists(themes))
        if self.since:
            events = events.filter(ends_at__gt=midnight(date.fromisoformat(self.since)))
        if self.until:
            events = events.filter(starts_at__lt=midnight(date.fromisoformat(self.until) + DAY))
        return events


def unread_days(data: QueryDict) -> dict[str, str]:
    """What was typed as a day and is none."""
    return {
        name: data.get(name, "").strip()[:MAX_LENGTH]
        for name in ("since", "until")
        if data.get(name, "").strip() and not _day(data.get(name, ""))
    }


def _in_province(nuts: str) -> Q:
    """Where an event takes place; without a settlement, where its host works."""
    hosts = Organization.provinces.through.objects.filter(organization=OuterRef("organization"), province__nuts=nuts)
    return Q(settlement__municipality__province__nuts=nuts) | Q(settlement=None) & Exists(hosts)


def _of_part(part: str) -> Q:
    """Whose host, or one of the co-hosts, is of this part of the network."""
    wanted = PARTS[PartOfNetwork(part)]
    beside = Event.co_hosts.through.objects.filter(
        event=OuterRef("pk"), **{f"organization__{name}": value for name, value in wanted.items()}
    )
    return Q(**{f"organization__{name}": value for name, value in wanted.items()}) | Exists(beside)


def _hosted_by(slug: str) -> Q:
    beside = Event.co_hosts.through.objects.filter(event=OuterRef("pk"), organization__slug=slug)
    return Q(organization__slug=slug) | Exists(beside)


def _known(value: str, known) -> str:
    return value if value in list(known) else ""


def _unless_usual(km: str) -> str:
    return "" if km == str(USUAL_KILOMETRES) else km


def _word(text: str) -> str:
    return text if re.fullmatch(r"[-a-z0-9_]{1,80}", text) else ""


def _key(text: str) -> str:
    return text if text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= LAST else ""


def _day(text: str) -> str:
    """“2026-12-10”, also when it was typed „10.12.2026“."""
    typed = TYPED_DAY.fullmatch(text)
    try:
        found = date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else date.fromisoformat(text.strip())
    except ValueError:
        return ""
    return found.isoformat() if found.year in YEARS else ""
