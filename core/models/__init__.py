from .contacts import ContactMessage, ContactRole
from .documents import PortalDocument
from .funding import FundingRecord
from .images import PortalImage, PortalRendition
from .mail import OutgoingMail
from .pages import BasePage
from .translations import TranslationRequest

__all__ = [
    "BasePage",
    "ContactMessage",
    "ContactRole",
    "FundingRecord",
    "OutgoingMail",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "TranslationRequest",
]
