"""Stored files go with their rows, once those are gone for good: a deletion that fails later on, and is taken back,
loses none."""

import logging

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete

log = logging.getLogger(__name__)


def takes_file_along(model, field: str = "file"):
    """Decorates a model: whichever way a row is deleted, also with what it belongs to, the file in the field goes."""

    def take_along(sender, instance, **kwargs):
        remove_in_the_end(getattr(instance, field).name)

    post_delete.connect(take_along, sender=model, weak=False, dispatch_uid=f"stored-{model._meta.label}-{field}")
    return model


def remove_in_the_end(*names: str | None) -> None:
    """Once the transaction is committed; at once outside of one."""
    for name in filter(None, names):
        transaction.on_commit(lambda name=name: remove(name), robust=True)


def remove(name: str) -> None:
    """At once. No row needs it: a file that cannot be removed stops nothing, but it is told."""
    try:
        default_storage.delete(name)
    except FileNotFoundError:
        pass
    except Exception:  # each kind of storage has errors of its own
        log.exception("A file that no row needs was left behind: %s", name)
