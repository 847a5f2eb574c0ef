from .calendar_key import CalendarKey
from .event import Event
from .part import EventPart
from .programme import ProgrammeItem
from .registration import Attendee, Registration, Seat
from .sections import EventIndexPage
from .series import Series

__all__ = [
    "Attendee",
    "CalendarKey",
    "Event",
    "EventIndexPage",
    "EventPart",
    "ProgrammeItem",
    "Registration",
    "Seat",
    "Series",
]
