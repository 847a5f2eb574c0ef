"""What must happen when pages are published, taken down, moved or deleted."""

from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, PageLogEntry
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core import language, site_map, tasks
from core.models import BasePage, FundingRecord, PortalImage


@receiver(page_published)
def tell_translations(sender, instance, **kwargs):
    """A translation learns that its original changed; an original learns that it is translated."""
    if isinstance(instance, BasePage):
        _count_translations(instance)
        if instance.language == language.ORIGINAL:
            BasePage.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk).update(
                source_changed_at=instance.last_published_at or timezone.now(), audience=instance.audience
            )
        else:
            _read_by_whom_the_original_is(instance)
    site_map.forget()


@receiver(page_unpublished)
def forget_translation(sender, instance, **kwargs):
    if isinstance(instance, BasePage):
        _count_translations(instance)
    site_map.forget()


@receiver(post_delete)
def forget_deleted(sender, instance, **kwargs):
    if issubclass(sender, BasePage):
        _count_translations(instance)
        site_map.forget()


for changed in (page_slug_changed, post_page_move):
    changed.connect(site_map.forget, dispatch_uid=f"site-map-{id(changed)}")
for model in (Locale, FundingRecord):
    post_save.connect(site_map.forget, sender=model)


@receiver(post_save, sender=PortalImage)
def make_sizes(sender, instance, **kwargs):
    """The sizes a new picture is shown in are made before the first reader asks."""
    transaction.on_commit(lambda: tasks.prepare_renditions.enqueue(instance.pk), robust=True)


@receiver(pre_save, sender=PageLogEntry)
@receiver(pre_save, sender=ModelLogEntry)
def enter_in_the_history_of_one_thing(sender, instance, **kwargs):
    """Of what one request did Wagtail shows the newest entry of a kind alone, whatever page it is of: of ten that were
    published together nine would have no history. So the UUID of a request ends differently for each thing; the same
    thing keeps the same one, for a text that saves itself has many entries and is shown once."""
    if instance.uuid:
        thing = instance.page_id if sender is PageLogEntry else f"{instance.content_type_id} {instance.object_id}"
        instance.uuid = UUID(bytes=instance.uuid.bytes[:8] + sha256(str(thing).encode()).digest()[:8])


def _read_by_whom_the_original_is(translation) -> None:
    """What is for members in one language must not be public in the other."""
    audience = BasePage.objects.filter(
        translation_key=translation.translation_key, locale__language_code=language.ORIGINAL
    ).values_list("audience", flat=True).first()  # fmt: skip
    if audience and audience != translation.audience:
        BasePage.objects.filter(pk=translation.pk).update(audience=audience)


def _count_translations(page) -> None:
    twins = BasePage.objects.filter(translation_key=page.translation_key)
    is_translated = twins.live().exclude(locale__language_code=language.ORIGINAL).exists()
    twins.filter(locale__language_code=language.ORIGINAL).update(has_translation=is_translated)
