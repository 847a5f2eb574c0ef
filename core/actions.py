"""Verbs that touch more than one page."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Locale, Page
from wagtail.signals import page_published, published

from core import language
from core.models import BasePage


class SectionNotTranslated(Exception):
    """The page above has no text in the language yet; `section` is that page."""

    def __init__(self, section):
        self.section = section


class TranslationInBin(Exception):
    """There is a text in the language, but it was deleted; it must be restored or deleted for good first."""


@transaction.atomic
def add_published(page: BasePage, parent: Page) -> BasePage:
    """Into the tree, published at once, with its first version in the history.

    The same as to add a draft and publish it, but that would save and check everything twice. ValueError for a page
    that is to be published later.
    """
    _now_out(page)
    parent.add_child(instance=page)
    _tell_published(page, page.save_revision(clean=False))
    return page


@transaction.atomic
def publish_as_it_is(thing, **version) -> None:
    """A page or record as it stands in memory: saved, published, with a version in the history, of which
    `save_revision` is told more by `version`.

    The same as `save_revision().publish()` for what nobody has read yet (no review going on, no earlier version that
    waits for its time, no alias), but that would save and check everything twice, and read what it has just written.
    ValueError for what is to be published later, ValidationError as there.
    """
    _now_out(thing)
    if not isinstance(thing, Page):  # those check themselves when they are saved
        thing.full_clean()
    thing.save()
    _tell_published(thing, thing.save_revision(clean=False, **version))


def _now_out(thing) -> None:
    if thing.go_live_at and thing.go_live_at > timezone.now():
        raise ValueError("This is to be published later.")
    thing.live, thing.expired, thing.last_published_at = True, False, timezone.now()
    thing.first_published_at = thing.first_published_at or thing.last_published_at


def _tell_published(thing, revision) -> None:
    thing.live_revision, thing.has_unpublished_changes = revision, False
    type(thing)._base_manager.filter(pk=thing.pk).update(live_revision=revision, has_unpublished_changes=False)
    for signal in (page_published, published) if isinstance(thing, Page) else (published,):
        signal.send(sender=type(thing), instance=thing, revision=revision)
    log(instance=thing, action="wagtail.publish", revision=revision, content_changed=True)


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
