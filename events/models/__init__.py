from .calendar_key import CalendarKey
from .certificate import Certificate
from .door import DoorPress
from .dossier import Dossier, SignedSheet
from .event import Event
from .feedback import Opinion, OpinionAsked
from .part import EventPart
from .programme import ProgrammeItem
from .registration import AnswerFile, Attendee, Registration, Seat
from .reminder import Mailing, Reminder
from .report import EventReport, ReportMaterial, ReportPhoto
from .retention import EventErasure
from .sections import EventIndexPage
from .series import Series
from .tour import Tour
from .tour_offer import TourOffer, TourOfferDay

__all__ = [
    "AnswerFile",
    "Attendee",
    "CalendarKey",
    "Certificate",
    "DoorPress",
    "Dossier",
    "Event",
    "EventErasure",
    "EventIndexPage",
    "EventPart",
    "EventReport",
    "Mailing",
    "Opinion",
    "OpinionAsked",
    "ProgrammeItem",
    "Registration",
    "Reminder",
    "ReportMaterial",
    "ReportPhoto",
    "Seat",
    "Series",
    "SignedSheet",
    "Tour",
    "TourOffer",
    "TourOfferDay",
]
