from modeltranslation.translator import TranslationOptions, register

from .models import Material, MaterialVersion


@register(Material)
class MaterialTranslation(TranslationOptions):
    fields = ("title", "description", "transcript")
    required_languages = {"bg": ("title",)}


@register(MaterialVersion)
class MaterialVersionTranslation(TranslationOptions):
    fields = ("note",)
