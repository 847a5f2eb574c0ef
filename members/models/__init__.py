from .affiliation import Affiliation
from .application import Application, Consent
from .geography import Municipality, Province, Settlement
from .offer import OfferMessage, Partner, PartnerOffer, Partnership
from .organization import Organization, OrganizationContact, OrganizationLink
from .sections import DirectoryPage, JoinPage, PartnersPage
from .strategy import Strategy
from .theme import Theme
from .user import User

__all__ = [
    "Affiliation",
    "Application",
    "Consent",
    "DirectoryPage",
    "JoinPage",
    "Municipality",
    "OfferMessage",
    "Organization",
    "OrganizationContact",
    "OrganizationLink",
    "Partner",
    "PartnerOffer",
    "Partnership",
    "PartnersPage",
    "Province",
    "Settlement",
    "Strategy",
    "Theme",
    "User",
]
