from .certificate import CertificateYear, NumberedCertificate
from .contacts import ContactMessage, ContactRole
from .documents import PortalDocument
from .former_words import FormerWord
from .funding import FundingRecord
from .images import PortalImage, PortalRendition
from .mail import OutgoingMail
from .opinion import AnonymousOpinion
from .pages import BasePage
from .translations import TranslationRequest

__all__ = [
    "AnonymousOpinion",
    "BasePage",
    "CertificateYear",
    "ContactMessage",
    "ContactRole",
    "FormerWord",
    "FundingRecord",
    "NumberedCertificate",
    "OutgoingMail",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "TranslationRequest",
]
