from modeltranslation.translator import TranslationOptions, register

from .models import Event, EventPart, EventReport, ProgrammeItem, Reminder, Tour


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ("title", "summary", "text", "for_whom", "place", "hall", "address", "hints", "state_note")
    required_languages = {"bg": ("title",)}


@register(EventPart)
class EventPartTranslation(TranslationOptions):
    fields = ("name", "for_whom")
    required_languages = {"bg": ("name",)}


@register(ProgrammeItem)
class ProgrammeItemTranslation(TranslationOptions):
    fields = ("title", "speaker")
    required_languages = {"bg": ("title",)}


@register(Reminder)
class ReminderTranslation(TranslationOptions):
    fields = ("text",)


@register(EventReport)
class EventReportTranslation(TranslationOptions):
    fields = ("text", "decisions")


@register(Tour)
class TourTranslation(TranslationOptions):
    fields = ("title", "summary", "text")
    required_languages = {"bg": ("title",)}
