from .certificate import Certificate, CertificateYear
from .door import DoorPress
from .dossier import Dossier, SignedSheet
from .event import Event
from .feedback import Opinion, OpinionAsked
from .part import EventPart
from .programme import ProgrammeItem
from .registration import Attendee, Registration, Seat
from .report import EventReport, ReportMaterial, ReportPhoto
from .retention import EventErasure
from .sections import EventIndexPage
from .series import Series

__all__ = [
    "Attendee",
    "Certificate",
    "CertificateYear",
    "DoorPress",
    "Dossier",
    "Event",
    "EventErasure",
    "EventIndexPage",
    "EventPart",
    "EventReport",
    "Opinion",
    "OpinionAsked",
    "ProgrammeItem",
    "Registration",
    "ReportMaterial",
    "ReportPhoto",
    "Seat",
    "Series",
    "SignedSheet",
]
