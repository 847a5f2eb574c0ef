from modeltranslation.translator import TranslationOptions, register

from .models import Material, MaterialVersion, Practice, PracticeFigure, PracticePartner


@register(Material)
class MaterialTranslation(TranslationOptions):
    fields = ("title", "description", "transcript")
    required_languages = {"bg": ("title",)}


@register(MaterialVersion)
class MaterialVersionTranslation(TranslationOptions):
    fields = ("note",)


@register(Practice)
class PracticeTranslation(TranslationOptions):
    fields = ("title", "summary", "problem", "done", "result", "repeating", "cost_note", "asked")
    required_languages = {"bg": ("title",)}


@register(PracticePartner)
class PracticePartnerTranslation(TranslationOptions):
    fields = ("name",)


@register(PracticeFigure)
class PracticeFigureTranslation(TranslationOptions):
    fields = ("what",)
    required_languages = {"bg": ("what",)}
