from .contacts import ContactMessage, ContactRole
from .documents import PortalDocument
from .former_words import FormerWord
from .funding import FundingRecord
from .images import PortalImage, PortalRendition
from .mail import OutgoingMail
from .pages import BasePage
from .translations import TranslationRequest

__all__ = [
    "BasePage",
    "ContactMessage",
    "ContactRole",
    "FormerWord",
    "FundingRecord",
    "OutgoingMail",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "TranslationRequest",
]
