"""Events for tests: hosted by МИГ – Тунджа in a month unless told otherwise."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from core.dates import SOFIA
from events.models import Event, EventPart, Seat
from tests.factories.members import make_organization


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


def make_part(event: Event, name_bg: str = "Форум", **fields) -> EventPart:
    times = {"starts_at": event.starts_at, "ends_at": event.ends_at}
    part = EventPart(event=event, name_bg=name_bg, **(times | fields))
    part.sort_order = event.parts.count()
    part.save()
    return part


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
