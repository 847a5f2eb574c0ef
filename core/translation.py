"""Records in two languages: one row, a column per language (docs/decisions)."""

from modeltranslation.translator import TranslationOptions, register

from .models import ContactRole, FundingRecord


@register(FundingRecord)
class FundingRecordTranslation(TranslationOptions):
    fields = ("programme", "sentence", "disclaimer")
    required_languages = {"bg": ("programme", "sentence")}


@register(ContactRole)
class ContactRoleTranslation(TranslationOptions):
    fields = ("title", "purpose", "address")
    required_languages = {"bg": ("title",)}
