"""What stands beside an event: co-hosts, rubrics, themes, programme, parts with their seats, other events."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, LPad

from core.dates import in_sofia
from core.site_map import Section, site_map
from core.written import Written, written
from events.models import Event, EventPart, ProgrammeItem
from members.enums import Membership
from members.models import Organization, Theme
from members.offers.addresses import profile_address

OTHERS = 4


@dataclass(frozen=True)
class Host:
    """An organisation that holds the event, with a link when readers find its profile."""

    name: Written
    url: str

    @classmethod
    def of(cls, organization: Organization, code: str) -> "Host":
        url = profile_address(organization.slug, code) if organization.is_public else ""
        return cls(organization.name_in(code), url)


@dataclass
class Part:
    """A part with what its readers are told of the registration."""

    part: EventPart
    name: Written
    for_whom: Written
    is_open: bool
    opens_at: datetime | None
    closes_at: datetime | None
    left: int | None
    """Seats for everybody; None when there is no end of them."""
    waiting: int

    @property
    def seats(self) -> int | None:
        return self.part.for_everybody

    @property
    def taken(self) -> int:
        return max(0, (self.seats or 0) - (self.left or 0))

    @property
    def is_full(self) -> bool:
        return self.left == 0


@dataclass
class Item:
    """A line of the programme."""

    clock: datetime | None
    ends_at: datetime | None
    title: Written
    speaker: Written
    organization: Host | None
    is_pause: bool
    is_sub_item: bool
    material: object


@dataclass
class Block:
    """A part of the programme with its items; the first may have no heading."""

    title: Written | None = None
    clock: datetime | None = None
    items: list[Item] = field(default_factory=list)


def filed_under(event: Event, code: str) -> tuple[list[Host], list[Section], list[tuple[str, Written]]]:
    """Its co-hosts, its rubrics, and its themes with their words in the address: one query for all three."""
    hosts = (
        Organization.objects.rewrite(False)
        .filter(co_hosted_events=event.pk)
        .values_list(Value("host"), "slug", "name_bg", "name_en", "live", "status", Cast("sort_key", CharField()))
    )
    rubrics = Event.rubrics.through.objects.filter(event=event.pk).values_list(
        Value("rubric"),
        Cast("rubricpage_id", CharField()),
        *(Value("", CharField()) for _name in ("name_bg", "name_en")),
        Value(True),
        *(Value("", CharField()) for _name in ("status", "sort_key")),
    )
    themes = (
        Theme.objects.rewrite(False)
        .filter(events=event.pk)
        .values_list(
            Value("theme"),
            *(Cast(name, CharField()) for name in ("slug", "title_bg", "title_en")),
            Value(True),
            Value("", CharField()),
            LPad(Cast("position", CharField()), 6, Value("0")),
        )
    )
    found = defaultdict(list)
    rows = hosts.order_by().union(rubrics.order_by(), themes.order_by(), all=True)
    for kind, *row in sorted(rows, key=lambda row: row[6]):
        found[kind].append(row)
    sections = (site_map().in_reading_language(int(row[0]), code) for row in found["rubric"])
    return (
        [_host(row, code) for row in found["host"]],
        [section for section in sections if section],
        [(row[0], written(row[1], row[2], code)) for row in found["theme"]],
    )


def parts_of(event: Event, moment: datetime, code: str) -> list[Part]:
    parts = list(EventPart.objects.filter(event=event.pk).with_seats_taken().order_by("sort_order", "pk"))
    for part in parts:
        part.event = event
    return [
        Part(
            part,
            part.name_in(code),
            written(part.for_whom_bg, part.for_whom_en, code),
            not event.is_cancelled and part.is_open_at(moment),
            part.opens_at if part.opens_at and moment < part.opens_at < part.registration_ends_at else None,
            part.registration_ends_at,
            None if part.for_everybody is None else max(0, part.for_everybody - part.taken),
            part.waiting,
        )
        for part in parts
    ]


def programme_of(rows, code: str) -> list[Block]:
    """`rows` with their organisations and materials, in their order."""
    blocks: list[Block] = []
    for row in rows:
        title = written(row.title_bg, row.title_en, code)
        if row.level == ProgrammeItem.Level.HEADING:
            blocks.append(Block(title, row.starts_at))
            continue
        if not blocks:
            blocks.append(Block())
        ends_at = row.starts_at + timedelta(minutes=row.minutes) if row.starts_at and row.minutes else None
        blocks[-1].items.append(
            Item(
                row.starts_at,
                ends_at,
                title,
                written(row.speaker_bg, row.speaker_en, code),
                Host.of(row.organization, code) if row.organization else None,
                row.is_pause,
                row.level == ProgrammeItem.Level.SUB_ITEM,
                row.material,
            )
        )
    return blocks


def programme_rows(event: Event):
    return event.programme.select_related("organization", "material").order_by("sort_order", "pk")


def days_of(blocks: list[Block]) -> set:
    """The days that the programme names; with more than one each time needs its day."""
    moments = [block.clock for block in blocks] + [item.clock for block in blocks for item in block.items]
    return {in_sofia(moment).date() for moment in moments if moment}


def others_of(event: Event, user, moment: datetime) -> list[Event]:
    """What else comes of the series or of the host."""
    same = Q(organization=event.organization_id)
    if event.series_id:
        same |= Q(series=event.series_id)
    found = Event.objects.visible_to(user).coming_at(moment).filter(same).exclude(pk=event.pk)
    return list(found.first_first().for_listing()[:OTHERS])


def _host(row: list, code: str) -> Host:
    slug, name_bg, name_en, live, status, _sort_key = row
    is_public = live and status != Membership.APPLICANT
    return Host(written(name_bg, name_en, code, in_latin=True), profile_address(slug, code) if is_public else "")
