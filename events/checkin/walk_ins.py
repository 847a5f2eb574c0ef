"""Those who come without having registered: written down at the door, with a seat like everybody's."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.transliteration import without_invisible
from core.validators import plain_line
from events.enums import SeatState
from events.models import Attendee, Event, EventPart, Registration, Seat

NAME, ORGANIZATION = 120, 200


@dataclass(frozen=True)
class WalkIn:
    key: UUID
    name: str
    organization: str
    part: int
    at: datetime


def let_in(event: Event, person, walk_in: WalkIn) -> str:
    """Writes somebody down, once whatever number of times it is sent; says why not."""
    try:
        name, organization = _typed(walk_in.name), _typed(walk_in.organization)
    except ValidationError as error:
        return error.messages[0]
    if not name:
        return _("Please write the name.")
    part = EventPart.objects.filter(event=event, pk=walk_in.part).first()
    if part is None:
        return _("Please choose the part of the event.")
    registration, is_new = Registration.objects.get_or_create(
        key=f"door:{walk_in.key}",
        defaults={
            "event": event,
            "name": name[:NAME],
            "organization_name": organization[:ORGANIZATION],
            "source": Registration.Source.DOOR,
            "entered_by": person,
            "confirmed_at": walk_in.at,
        },
    )
    if is_new:
        attendee = Attendee.objects.create(registration=registration, name=name[:NAME])
        Seat.objects.create(attendee=attendee, part=part, state=SeatState.CONFIRMED, came_at=walk_in.at)
    return ""


def _typed(text: str) -> str:
    """Raises ValidationError for what nobody types. A phone cuts a name in the middle of a sign; that half goes."""
    plain_line(text := " ".join(text.split()))
    return " ".join(without_invisible(text).split())
