"""Which thing uses which other one is noted once for each thing, when all of it is there: not at each save."""

from collections import defaultdict
from contextlib import contextmanager

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def as_one():
    """All or nothing, with the references of what was saved in it. Also a decorator; never one within another."""
    saved = defaultdict(set)

    def remember(sender, instance, **kwargs):
        if ReferenceIndex.is_indexed(sender):
            saved[sender].add(instance.pk)

    with transaction.atomic():
        post_save.connect(remember)
        try:
            with disable_reference_index_auto_update():
                yield
        finally:
            post_save.disconnect(remember)
        for model, pks in saved.items():
            for thing in model._base_manager.filter(pk__in=pks):
                ReferenceIndex.create_or_update_for_object(thing)
