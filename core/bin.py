"""Deleting pages so that they can be brought back.

A page and everything under it stay where they are in the tree, taken down and out of sight, until somebody restores
them or the office deletes them for good. Why not a bin of its own in the tree: docs/decisions.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.actions.delete_page import DeletePageAction
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, PagePermissionTester
from wagtail.signals import page_published, page_unpublished

from core import language
from core.models import BasePage

PUT, RESTORED = "portal.bin", "portal.restore"


class ParentInBin(Exception):
    """The page above must be restored first; `parent` is that page."""

    def __init__(self, parent):
        self.parent = parent


class TranslationNeedsIt(Exception):
    """Pages of the other language hang on this one; `page` is the one they hang on."""

    def __init__(self, page):
        self.page = page


@transaction.atomic
def put(page: BasePage, user) -> None:
    """Take down a page and everything under it; a page that is in the bin already stays as it is."""
    page = BasePage.objects.select_for_update().not_deleted().filter(pk=page.pk).first()
    if page is None:
        return
    now = timezone.now()
    for member in _branch(page).not_deleted().specific():
        if member.current_workflow_state:
            member.current_workflow_state.cancel(user=user)
        member.revisions.update(approved_go_live_at=None)
        BasePage.objects.filter(pk=member.pk).update(deleted_at=now, deleted_live=member.live)
        member.deleted_at = now
        if member.live:
            _set_live(member, False)
    # The address becomes free; `url_path` keeps the old one for the way back (pages out of sight are never routed).
    BasePage.objects.filter(pk=page.pk).update(slug=f"{page.slug[:200]}-bin-{page.pk}")
    log(instance=page.specific, action=PUT, user=user)


@transaction.atomic
def restore(page: BasePage, user) -> BasePage | None:
    """Bring back what was deleted together with this page, published what was; None when it is back already."""
    page = BasePage.objects.select_for_update().deleted().filter(pk=page.pk).first()
    if page is None:
        return None
    parent = page.get_parent()
    if BasePage.objects.deleted().filter(pk=parent.pk).exists():
        raise ParentInBin(parent)
    members = _branch(page).filter(deleted_at=page.deleted_at)
    was_live = set(members.filter(deleted_live=True).values_list("pk", flat=True))
    pks = list(members.values_list("pk", flat=True))
    _give_address(page, parent)
    BasePage.objects.filter(pk__in=pks).update(deleted_at=None, deleted_live=False)
    for member in BasePage.objects.filter(pk__in=was_live).order_by("path").specific():
        if member.expire_at and member.expire_at <= timezone.now():
            BasePage.objects.filter(pk=member.pk).update(expired=True)
        else:
            _set_live(member, True)
    page = BasePage.objects.get(pk=page.pk).specific
    log(instance=page, action=RESTORED, user=user)
    return page


@transaction.atomic
def empty(page: BasePage, user=None) -> None:
    """Delete for good what is in the bin; raises TranslationNeedsIt for a section the other language stands on."""
    originals = _branch(page).filter(locale__language_code=language.ORIGINAL).specific()
    for section in originals:
        if (
            section.is_structural
            and BasePage.objects.not_deleted().filter(translation_key=section.translation_key).exists()
        ):
            raise TranslationNeedsIt(section)
    DeletePageAction(page.specific, user).execute(skip_permission_checks=True)


def entries() -> QuerySet:
    """What was deleted, newest first: of pages deleted together only the topmost, as one entry."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - BasePage.steplen)
    deleted_with_parent = BasePage.objects.filter(path=above, deleted_at=OuterRef("deleted_at"))
    return BasePage.objects.deleted().exclude(Exists(deleted_with_parent)).order_by("-deleted_at", "path")


def old_entries(before: datetime) -> QuerySet:
    return entries().filter(deleted_at__lt=before)


def deleted_by(pages) -> dict[int, object]:
    """Who deleted each of the pages."""
    rows = PageLogEntry.objects.filter(page__in=[page.pk for page in pages], action=PUT)
    return {row.page_id: row.user for row in rows.select_related("user").order_by("timestamp")}


def may_restore(user, page: BasePage) -> bool:
    """Whoever could delete it may bring it back: by the rights at its place, published pages by publishers."""
    if user.is_superuser:
        return user.is_active
    rights = getattr(PagePermissionTester(user, page), "permissions", set())
    if page.deleted_live and "publish" not in rights:
        return False
    if page.specific_deferred.is_structural:
        return "bulk_delete" in rights
    return "change" in rights or ("add" in rights and page.owner_id == user.pk)


def may_empty(user) -> bool:
    return user.is_active and user.has_perm("core.delete_basepage")


def _branch(page) -> QuerySet:
    return BasePage.objects.descendant_of(page, inclusive=True).order_by("path")


def _set_live(page, live: bool) -> None:
    """Draft and published revision stay as they were, so that bringing back changes nothing."""
    page.live = live
    page.save(clean=False, update_fields=["live"])
    signal = page_published if live else page_unpublished
    signal.send(sender=page.specific_class, instance=page, **({"revision": page.live_revision} if live else {}))


def _give_address(page: BasePage, parent: Page) -> None:
    """The old address if it is still free, else the next one."""
    before = page.url_path
    wanted = before.rstrip("/").rpartition("/")[2]
    page.slug = find_available_slug(parent, wanted, ignore_page_id=page.pk)
    page.set_url_path(parent)
    Page.objects.filter(pk=page.pk).update(slug=page.slug, url_path=page.url_path)
    if page.url_path != before:
        page._update_descendant_url_paths(before, page.url_path)
    draft = page.latest_revision
    if draft and draft.content.get("slug") == wanted != page.slug:
        draft.content["slug"] = page.slug
        draft.save(update_fields=["content"])
