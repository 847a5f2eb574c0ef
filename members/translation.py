from modeltranslation.translator import TranslationOptions, register

from .models import (
    Municipality,
    Organization,
    OrganizationContact,
    PartnerOffer,
    Partnership,
    Province,
    Settlement,
    Strategy,
    Theme,
)


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name", "short_name", "legal_form", "summary", "description", "address", "seat", "territory")
    required_languages = {"bg": ("name",)}


@register(OrganizationContact)
class OrganizationContactTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = {"bg": ("title",)}


@register(Strategy)
class StrategyTranslation(TranslationOptions):
    fields = ("title", "priorities")


@register(PartnerOffer)
class PartnerOfferTranslation(TranslationOptions):
    fields = ("title", "text", "role_sought")
    required_languages = {"bg": ("title",)}


@register([Partnership, Theme])
class TitleTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = {"bg": ("title",)}


@register([Province, Municipality, Settlement])
class PlaceTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = {"bg": ("name",)}
