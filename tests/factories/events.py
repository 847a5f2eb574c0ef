"""Events for tests: hosted by МИГ – Тунджа in a month unless told otherwise."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from core.dates import SOFIA
from events.enums import SeatState, State
from events.models import Attendee, Event, EventPart, ProgrammeItem, Registration, Seat
from tests.factories.core import make_document, make_funding, make_picture
from tests.factories.members import make_organization
from tests.factories.news import make_rubric
from tests.factories.places import make_municipality, make_settlement
from tests.factories.tours import fill_tours

LONGEST = "Непротивоконституционствувателствувайте"


def at(text: str) -> datetime:
    """“2026-12-10 10:00” by the clock in Bulgaria."""
    return datetime.fromisoformat(text).replace(tzinfo=SOFIA)


def make_event(title_bg: str = "Форум", organization=None, publish: bool = True, **fields) -> Event:
    organization = organization or make_organization()
    starts_at = fields.pop("starts_at", timezone.now().replace(microsecond=0) + timedelta(days=30))
    ends_at = fields.pop("ends_at", starts_at + timedelta(hours=6))
    event = Event(
        title_bg=title_bg, organization=organization, starts_at=starts_at, ends_at=ends_at, live=False, **fields
    )
    event.save()
    revision = event.save_revision()
    if publish:
        revision.publish()
        event.refresh_from_db()
    return event


def event_on(moment: str, title_bg: str = "Форум", hours: float = 3, **fields) -> Event:
    """`event_on("2026-12-10 10:00", "Форум")` by the clock in Bulgaria."""
    starts_at = at(moment)
    return make_event(title_bg, starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours), **fields)


def make_part(event: Event, name_bg: str = "Форум", **fields) -> EventPart:
    times = {"starts_at": event.starts_at, "ends_at": event.ends_at}
    part = EventPart(event=event, name_bg=name_bg, **(times | fields))
    part.sort_order = event.parts.count()
    part.save()
    return part


def take_seats(part: EventPart, how_many: int, state: str = SeatState.CONFIRMED, reserved: bool = False) -> None:
    """By people whose names and addresses must show nowhere."""
    for _number in range(how_many):
        key = f"seat-{Registration.objects.count()}"
        registration = Registration.objects.create(
            event=part.event, key=key, name="Таен Записан", email="taen@example.org"
        )
        attendee = Attendee.objects.create(registration=registration, name="Таен Записан")
        Seat.objects.create(attendee=attendee, part=part, state=state, is_reserved=reserved)


def make_forum(**fields) -> Event:
    """With everything that an event may have."""
    host, other = make_organization(), make_organization("НЧ „Искра“", "Iskra", "iskra")
    fields = {
        "title_en": "National forum",
        "kind": "forum",
        "summary_bg": "По един пример, който е проработил.",
        "text_bg": "<p>Дълъг текст.</p>",
        "for_whom_bg": "МИГ, читалища, общини",
        "place_bg": "комплекс „Екатерина“",
        "hall_bg": "голямата зала",
        "settlement": make_settlement("Веселиново", latitude=42.44, longitude=26.63),
        "hints_bg": "Автобус от Ямбол в 9:15",
        "services": ["ramp", "sign"],
        "is_online": True,
        "online_link": "https://meet.example.org/taen-vhod",
        "picture": make_picture(size=(320, 200)),
        "funding": make_funding("Запис за форума"),
    } | fields
    event = make_event("Национален форум", host, **fields)
    event.co_hosts.set([other])
    event.rubrics.set([make_rubric()])
    event.save()
    lines = [
        (0, 0, "Пресконференция", {}),
        (1, 0, "Защо форумът е в село", {"organization": host, "material": make_document()}),
        (2, None, "Въпроси от медиите", {"speaker_bg": "Кметство Веселиново"}),
        (0, 1, "Форум", {}),
        (1, 2.5, "Обяд", {"is_pause": True, "minutes": 60}),
    ]
    for order, (level, hours, title, more) in enumerate(lines):
        starts_at = None if hours is None else event.starts_at + timedelta(hours=hours)
        ProgrammeItem.objects.create(
            event=event, level=level, title_bg=title, starts_at=starts_at, sort_order=order, **more
        )
    event = Event.objects.get(pk=event.pk)
    event.save_revision().publish()
    return Event.objects.get(pk=event.pk)


def fill_calendar(code: str) -> list[str]:
    """A calendar with every kind of row on it; returns what there is to visit in a language."""
    calendar = "/en/events/" if code == "en" else "/sabitia/"
    now = timezone.now()
    if not Event.objects.filter(slug="forum").exists():
        _fill(now)
    month = f"{calendar}mesec/{(now + timedelta(days=20)):%Y-%m}/"
    return [
        calendar,
        f"{calendar}?kind=training&province=BG343&host=mig-tundzha&since=1.1.2020",
        f"{calendar}?near=Веселиново&km=50",
        f"{calendar}?near={LONGEST}&since={LONGEST}",
        f"{calendar}arhiv/",
        month,
        f"{month}?kind=board",
        f"{calendar}mesec/1999-01/",
        f"{calendar}forum/",
        f"{calendar}otmeneno/",
        f"{calendar}premesteno/",
        f"{calendar}minalo/",
        f"{calendar}?part=lag&kind=forum",
        f"{calendar}obikolka/",
        f"{calendar}obikolka/dalga/",
        f"{calendar}obikolka/zatvorena/",
        "/en/zapisvane/forum/" if code == "en" else "/zapisvane/forum/",
    ]


def _fill(now: datetime) -> None:
    forum = make_forum(slug="forum", starts_at=now + timedelta(days=20), ends_at=now + timedelta(days=22))
    press = make_part(forum, f"Пресконференция {LONGEST}", capacity=3, needs_approval=True, for_whom_bg=LONGEST)
    take_seats(press, 3)
    take_seats(press, 2, SeatState.WAITING)
    take_seats(make_part(forum, "Форум", capacity=80, reserved=10), 5)
    make_part(forum, "Изложба", registration=False)
    make_part(forum, "По-късно", opens_at=now + timedelta(days=2))
    village = make_settlement("Веселиново", make_municipality("Ямбол"))
    for state, slug in ((State.CANCELLED, "otmeneno"), (State.MOVED, "premesteno")):
        make_event(LONGEST, slug=slug, state=state, state_note_bg=LONGEST, place_bg=LONGEST, settlement=village)
    for number in range(14):
        make_event(f"Информационна среща № {number}", starts_at=now + timedelta(days=3 + number), kind="meeting")
    past = now - timedelta(days=30)
    make_event("Минало", slug="minalo", starts_at=past, ends_at=past + timedelta(hours=2), all_day=True)
    fill_tours(forum)


def make_registration(part: EventPart, name: str = "Мария Петрова", email: str = "maria@example.net", **fields):
    """Somebody registers for a part, with a confirmed e-mail unless told otherwise."""
    from events.models import Registration
    from events.registering.seats import Person, take

    options = {key: fields.pop(key) for key in ("by_host", "reserved") if key in fields}
    people = fields.pop("people", None) or [Person(name, "", {part.pk: {}})]
    known = {"name": name, "email": email, "key": str(uuid4()), "confirmed_at": timezone.now()}
    return take(Registration(event=part.event, **(known | fields)), people, **options)


def seat_of(registration) -> Seat:
    return Seat.objects.select_related("part").get(attendee__registration=registration)


def states(part: EventPart) -> list[str]:
    """How everybody stands, in the order in which they came."""
    return list(part.seats.order_by("pk").values_list("state", flat=True))
