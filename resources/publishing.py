"""When readers get a version of a material, and who is told of it."""

from datetime import datetime

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import published

from members.self_published import note
from resources.models import Material, MaterialVersion
from resources.telling import tell_of


@transaction.atomic
def publish(version: MaterialVersion, moment: datetime) -> None:
    """From now on the address of the material gives this version. Safe to call again."""
    material = Material.objects.select_for_update(of=("self",)).get(pk=version.material_id)
    if version.published_at is None:
        version.published_at = moment
        version.save(update_fields=["published_at"])
    newest = material.versions.exclude(published_at=None).order_by("-number").first()
    if newest.pk == material.current_id:
        return
    is_first = material.current_id is None
    Material.objects.filter(pk=material.pk).update(current=newest, renewed_at=newest.published_at)
    if not is_first:
        transaction.on_commit(lambda: tell_of.enqueue(newest.pk), robust=True)


@receiver(published, sender=Material)
def publish_what_waits(sender, instance, revision=None, **kwargs):
    """With the material goes the newest of its files."""
    waiting = instance.versions.filter(published_at=None).order_by("-number").first()
    if waiting:
        publish(waiting, timezone.now())
        instance.refresh_from_db(fields=["current", "renewed_at"])
    note(instance, instance.organization, revision)
