from .affiliation import Affiliation
from .agreed_texts import AgreedTexts
from .application import Application, Consent
from .geography import Municipality, Province, Settlement
from .offer import OfferMessage, PartnerOffer
from .organization import Organization, OrganizationContact, OrganizationLink
from .own_data import OwnDataCopy
from .partnership import Partner, Partnership
from .sections import DirectoryPage, JoinPage, PartnersPage
from .self_published import SelfPublished
from .strategy import Strategy
from .theme import Theme
from .user import User

__all__ = [
    "Affiliation",
    "AgreedTexts",
    "Application",
    "Consent",
    "DirectoryPage",
    "JoinPage",
    "Municipality",
    "OfferMessage",
    "Organization",
    "OrganizationContact",
    "OrganizationLink",
    "OwnDataCopy",
    "Partner",
    "PartnerOffer",
    "Partnership",
    "PartnersPage",
    "Province",
    "SelfPublished",
    "Settlement",
    "Strategy",
    "Theme",
    "User",
]
