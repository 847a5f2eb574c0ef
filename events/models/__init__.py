from .calendar_key import CalendarKey
from .event import Event
from .part import EventPart
from .programme import ProgrammeItem
from .registration import AnswerFile, Attendee, Registration, Seat
from .reminder import Mailing, Reminder
from .sections import EventIndexPage
from .series import Series

__all__ = [
    "AnswerFile",
    "Attendee",
    "CalendarKey",
    "Event",
    "EventIndexPage",
    "EventPart",
    "Mailing",
    "ProgrammeItem",
    "Registration",
    "Reminder",
    "Seat",
    "Series",
]
