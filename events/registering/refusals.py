"""What cannot be, in words for who asked."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.enums import State
from events.models import EventPart, Registration


class Refused(ValidationError):
    """It cannot be done, or not any more."""


def check_open(part: EventPart, registration: Registration, now: datetime, by_host: bool) -> None:
    if part.event_id != registration.event_id or not part.registration:
        raise Refused(_("There is no registration for this part."))
    check_not_off([part])
    if not by_host and not part.is_open_at(now):
        raise Refused(_("Registration for “%(part)s” is not open."), code="closed", params={"part": part.name})


def check_not_off(parts: Iterable[EventPart]) -> None:
    if any(is_off(part) for part in parts):
        raise Refused(_("The event is cancelled."))


def is_off(part: EventPart) -> bool:
    return part.event.state == State.CANCELLED
