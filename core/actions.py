"""Verbs that touch more than one page."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Locale, Page

from core import language
from core.models import BasePage


class SectionNotTranslated(Exception):
    """The page above has no text in the language yet; `section` is that page."""

    def __init__(self, section):
        self.section = section


class TranslationInBin(Exception):
    """There is a text in the language, but it was deleted; it must be restored or deleted for good first."""


def translation_of(page: BasePage, code: str) -> BasePage | None:
    """The text of a page in a language, published or not, the bin left out."""
    return (
        BasePage.objects.not_deleted().filter(translation_key=page.translation_key, locale__language_code=code).first()
    )


@transaction.atomic
def translate(page: BasePage, code: str, user) -> BasePage:
    """A draft copy in the other language, beside the original; the one that is there if there is one.

    Readers keep seeing the original until the copy is published. Raises PermissionDenied when the user may not add
    pages where the copy belongs, SectionNotTranslated when that place is missing, TranslationInBin.
    """
    Page.objects.select_for_update().get(pk=page.pk)  # the second of two clicks waits and finds the copy
    twin = translation_of(page, code)
    if twin:
        return twin
    if BasePage.objects.deleted().filter(translation_key=page.translation_key, locale__language_code=code).exists():
        raise TranslationInBin
    section = page.get_parent().specific
    place = translation_of(section, code)
    if place is None:
        raise SectionNotTranslated(section)
    if not may_translate(page, place, user):
        raise PermissionDenied
    copy = page.specific.copy_for_translation(Locale.objects.get(language_code=code))
    copy.owner = user
    copy.save(update_fields=["owner"])
    return copy


def may_translate(page: BasePage, place: BasePage, user) -> bool:
    """Who may add below the translated section, and sees the original (everybody's, or her own draft)."""
    sees = page.live or page.permissions_for_user(user).can_edit()
    return sees and place.permissions_for_user(user).can_add_subpage()


def other_language(page: BasePage) -> str:
    return "en" if page.language == language.ORIGINAL else language.ORIGINAL
