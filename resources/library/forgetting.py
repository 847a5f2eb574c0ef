"""What goes when a material changes or is deleted: the numbers beside the filters, then its files."""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from resources.keeping import files_of, forget_files
from resources.library.filters import kept
from resources.models import Material, MaterialVersion

post_save.connect(kept.forget, sender=Material)
post_delete.connect(kept.forget, sender=Material)
m2m_changed.connect(kept.forget, sender=Material.themes.through)


@receiver(post_delete, sender=MaterialVersion)
def take_files_along(sender, instance, **kwargs):
    """Once the row is gone for good: a deletion that fails later on takes nothing with it."""
    names = files_of(instance)
    transaction.on_commit(lambda: forget_files(names), robust=True)
