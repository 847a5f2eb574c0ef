"""What changes is found as it is: narrowed at once, written anew in the background after the commit."""

from functools import cache

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, published, unpublished

from core.findable import EDITORS, Findable, findable_of, findables, is_written_later
from search import index, tasks
from search.models import Entry
from search.narrowing import hide_all_of, narrow, narrow_as_kept


def connect() -> None:
    """Called when all kinds are known."""
    for signal in (post_save, page_published, page_unpublished, published, unpublished):
        signal.connect(changed, dispatch_uid=f"search-{id(signal)}")
    post_delete.connect(deleted, dispatch_uid="search-deleted")
    m2m_changed.connect(related, dispatch_uid="search-related")
    page_slug_changed.connect(renamed, dispatch_uid="search-renamed")
    post_page_move.connect(moved, dispatch_uid="search-moved")


def changed(sender, instance, raw=False, **kwargs) -> None:
    if raw:
        return
    _follow(sender, instance, kwargs.get("update_fields"))
    found = _findable(sender)
    if found is None:
        return
    along = found.along_with(instance)
    narrow(found, along, found.audience_of(instance))
    soon(found, along)
    if sender._meta.label == "members.Organization":
        if found.audience_of(instance) == EDITORS:
            hide_all_of(instance.pk)
        if is_written_later():
            return
        pk = instance.pk
        transaction.on_commit(lambda: tasks.refresh_of_organization.enqueue(pk), robust=True)


def deleted(sender, instance, **kwargs) -> None:
    found = _findable(sender)
    if found is not None and instance.pk is not None:
        index.take_out(found, [instance.pk])
    _follow(sender, instance, ())


def related(sender, instance, action, **kwargs) -> None:
    """Themes and provinces of a record that is kept."""
    found = _findable(type(instance)) if action.startswith("post_") else None
    if found is not None:
        Entry.objects.filter(kind=found.kind, thing=instance.pk).update(stamp="")
        soon(found, [instance.pk])


def renamed(sender, instance, instance_before, **kwargs) -> None:
    _move(instance_before.url_path, instance.url_path)


def moved(sender, instance, url_path_before, url_path_after, **kwargs) -> None:
    _move(url_path_before, url_path_after)


def soon(found: Findable, pks: list[int]) -> None:
    if is_written_later():
        return
    kind = found.kind
    transaction.on_commit(lambda: tasks.refresh_entries.enqueue(kind, pks), robust=True)


def _follow(sender, instance, changed) -> None:
    """What hangs on something else changes with it."""
    for found in _followers(sender):
        pks = found.following(instance)
        if pks:
            narrow_as_kept(found, pks)
            if found.says(instance, changed):
                Entry.objects.filter(kind=found.kind, thing__in=pks).update(stamp="")
            soon(found, pks)


def _move(before: str, after: str) -> None:
    if before != after:
        transaction.on_commit(lambda: tasks.move_pages.enqueue(before, after), robust=True)


@cache
def _findable(model) -> Findable | None:
    if model is Page or not hasattr(model, "_meta"):
        return None
    return findable_of(model)


@cache
def _followers(model) -> tuple[Findable, ...]:
    if not isinstance(model, type):
        return ()
    return tuple(one for one in findables() if issubclass(model, one.follows))
