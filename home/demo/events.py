"""Events of the demo with their programme, dates, and people who registered; what is there already stays as it is."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from core.actions import publish_as_it_is
from core.dates import SOFIA
from events.copying import add_dates
from events.enums import Kind, SeatState, Service, State
from events.models import (
    Attendee,
    Event,
    EventPart,
    EventReport,
    ProgrammeItem,
    Registration,
    ReportMaterial,
    ReportPhoto,
    Seat,
    Series,
)
from home.demo.afterwards import leave_behind, take_back
from home.demo.blocks import SAMPLE
from home.demo.keys import key
from home.demo.made import Made
from home.demo.places import find
from home.demo.reading import Text, entries
from home.demo.references import as_one
from members.models import Organization, Theme
from news.models import RubricPage

FILE = "events.toml"
WORDS = ("title", "summary", "for_whom", "place", "hall", "hints")
ROLES = ("Координатор", "Експерт", "Секретар на читалище", "Кмет на село", "Счетоводител", "Библиотекар", "Журналист")
CAME_BEFORE = timedelta(minutes=10)


def load_events(progress, made: Made) -> None:
    for slug, text in progress("events", list(entries(FILE, "event").items())):
        if not Event.objects.filter(slug=slug).exists():
            _event(slug, text, made)


@transaction.atomic
def remove_events() -> None:
    """Those that the demo made, with who was registered in it; the series too when nothing is left of it."""
    made = Event.objects.filter(slug__in=entries(FILE, "event"))
    series = list(Series.objects.filter(events__in=made))
    events = made | Event.objects.filter(series__in=series)
    EventReport.objects.filter(event__in=made).delete()
    take_back(events)
    Registration.objects.filter(event__in=events, key__in=_keys(events)).delete()
    events.filter(registrations=None).delete()
    Series.objects.filter(pk__in=[one.pk for one in series], events=None).delete()


def _keys(events) -> list[str]:
    return [_key(slug, number) for slug in events.values_list("slug", flat=True) for number in range(200)]


def _key(slug: str, number: int) -> str:
    return key(f"registration:{slug}:{number}").hex


@as_one()
def _event(slug: str, text: Text, made: Made) -> None:
    starts_at = _moment(text.need("days", int), text.get("at", "0:00"))
    event = Event(
        slug=slug,
        organization=_organization(text, text.need("organization")),
        kind=Kind(text.need("kind")),
        audience=text.get("audience", "public"),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=text["hours"]),
        all_day=text.get("all_day", False),
        is_online=text.get("is_online", False),
        online_link=text.get("online_link", ""),
        services=[Service(code).value for code in text.get("services", [])],
        picture=made.picture_of(text),
        funding=made.funding_of(text),
        settlement=find(*text["place"].split("/")) if "place" in text else None,
        live=False,
        **{f"{name}_{code}": text.get(f"{name}_{code}", "") for name in WORDS for code in ("bg", "en")},
        **{f"text_{code}": _with_note(text, code) for code in ("bg", "en")},
    )
    event.co_hosts = [_organization(text, other) for other in text.get("co_hosts", [])]
    event.themes = list(Theme.objects.filter(slug__in=text.get("themes", [])))
    event.rubrics = [_rubric(made, name) for name in text.get("rubrics", [])]
    event.parts = _in_order([_part(part, event) for part in _tables(text, "parts")])
    event.programme = _in_order([_item(item, event) for item in _tables(text, "programme")])
    if text.get("draft"):
        event.save()
        event.save_revision()
        return
    publish_as_it_is(event)
    event = Event.objects.get(pk=event.pk)
    _tell(event, text)
    for part, told in zip(event.parts.all(), text.get("parts", []), strict=True):
        _register(part, told.get("registered", 0), told.get("came", 0))
    if "dates" in text:
        _more_dates(event, text.parts("dates"))
    if "report" in text:
        _report(event, Text(text.need("report", dict), f"{text.where}, report"), made)
    if "opinions" in text:
        leave_behind(event, text)


def _more_dates(event: Event, dates: list[Text]) -> None:
    rows = [
        {"starts_at": _moment(date.need("days", int), date.need("at"))}
        | ({"settlement": find(*date["place"].split("/"))} if "place" in date else {})
        for date in dates
    ]
    for another, date in zip(add_dates(event, rows, publish=True, user=None), dates, strict=True):
        _tell(another, date)


def _tell(event: Event, text: Text) -> None:
    """How it stands; nobody is registered yet who would have to be told."""
    state = State(text.get("state", State.ANNOUNCED))
    notes = {f"state_note_{code}": text.get(f"note_{code}", "") for code in ("bg", "en")}
    published = min(timezone.now(), event.starts_at) - timedelta(days=20)
    Event.objects.filter(pk=event.pk).update(
        state=state, first_published_at=published, last_published_at=published, **notes
    )


def _tables(text: Text, name: str) -> list[Text]:
    return text.parts(name) if name in text else []


def _in_order(rows: list) -> list:
    for number, row in enumerate(rows):
        row.sort_order = number
    return rows


def _report(event: Event, text: Text, made: Made) -> None:
    report = EventReport(
        event=event,
        minutes=made.find("documents", text.need("minutes"), text, "minutes"),
        is_published=True,
        published_at=event.ends_at + timedelta(days=5),
        **{
            f"{name}_{code}": text.need(f"{name}_{code}").strip()
            for name in ("text", "decisions")
            for code in ("bg", "en")
        },
    )
    report.photos = _in_order(
        [ReportPhoto(image=made.find("pictures", name, text, "photos")) for name in text.need("photos", list)]
    )
    document = made.find("documents", text.need("material"), text, "material")
    material = ReportMaterial(title=document.title, document=document)
    clipping = ReportMaterial(
        kind=ReportMaterial.Kind.CLIPPING, title=text.need("clipping"), link=text.need("clipping_link")
    )
    report.materials = _in_order([material, clipping])
    report.save()


def _part(text: Text, event: Event) -> EventPart:
    starts_at = _on_the_day(event, text.need("at"))
    questions = []
    if "question_bg" in text:
        asked = {name: text.need(name) for name in ("question_bg", "question_en")}
        question = asked | {"required": False, "choices": text.need("choices", list)}
        questions = [{"type": "choice", "value": question, "id": str(key(f"question:{text.where}"))}]
    return EventPart(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=text["hours"]),
        capacity=text.need("capacity", int),
        reserved=text.get("reserved", 0),
        needs_approval=text.get("needs_approval", False),
        questions=questions,
        **{f"{name}_{code}": text.get(f"{name}_{code}", "") for name in ("name", "for_whom") for code in ("bg", "en")},
    )


def _item(text: Text, event: Event) -> ProgrammeItem:
    return ProgrammeItem(
        level=text.get("level", ProgrammeItem.Level.ITEM),
        starts_at=_on_the_day(event, text.need("at")),
        minutes=text.get("minutes"),
        is_pause=text.get("is_pause", False),
        organization=_organization(text, text["organization"]) if "organization" in text else None,
        **{f"{name}_{code}": text.get(f"{name}_{code}", "") for name in ("title", "speaker") for code in ("bg", "en")},
    )


def _register(part: EventPart, many: int, came: int) -> None:
    """People without names: a role and a number, each from an organisation of the portal."""
    everybody = Organization.objects.visible_to().order_by("slug")
    hosts = sorted(everybody, key=lambda one: one.kind == "lag")[:40]  # of every sector
    event, now = part.event, timezone.now()
    before = Attendee.objects.filter(registration__event=event).count()
    for number in range(many):
        organization = hosts[number * 7 % len(hosts)]
        role = ROLES[number % len(ROLES)]
        registration = Registration.objects.create(
            event=event,
            key=_key(event.slug, part.sort_order * 100 + number),
            organization=organization,
            organization_name=organization.name_bg,
            name=f"{role} {before + number + 1} (пример)",
            email=f"uchastnik{before + number + 1}@example.org",
            confirmed_at=now,
        )
        attendee = Attendee.objects.create(registration=registration, name=registration.name, position=role)
        free = part.for_everybody is None or number < part.for_everybody
        asked = SeatState.ASKED if part.needs_approval and number % 3 == 2 else SeatState.CONFIRMED
        Seat.objects.create(
            attendee=attendee,
            part=part,
            state=asked if free else SeatState.WAITING,
            came_at=part.starts_at - CAME_BEFORE if number < came else None,
        )


def _moment(days: int, at: str) -> datetime:
    hour, minute = map(int, at.split(":"))
    return datetime.combine(timezone.localdate() + timedelta(days), time(hour, minute), SOFIA)


def _on_the_day(event: Event, at: str) -> datetime:
    hour, minute = map(int, at.split(":"))
    return datetime.combine(event.starts_at.astimezone(SOFIA).date(), time(hour, minute), SOFIA)


def _organization(text: Text, slug: str) -> Organization:
    found = Organization.objects.filter(slug=slug).first()
    if found is None:
        raise text.wrong("organization", f"there is no organisation “{slug}”.")
    return found


def _rubric(made: Made, name: str) -> RubricPage:
    return RubricPage.objects.get(pk=made.pages[f"rubric:{name}"].pk)


def _with_note(text: Text, code: str) -> str:
    """The text with the line that says that it is a sample."""
    title, note = SAMPLE[code]
    words = text.get(f"text_{code}", "").strip()
    return words + note.replace("<p>", f"<p><b>{title}.</b> ") if words or code == "bg" else ""
