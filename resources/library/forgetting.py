"""What goes when a material changes or is deleted: the numbers beside the filters, then its files."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from core.stored import remove_in_the_end
from resources.keeping import files_of
from resources.library.filters import kept
from resources.models import Material, MaterialVersion

post_save.connect(kept.forget, sender=Material)
post_delete.connect(kept.forget, sender=Material)
m2m_changed.connect(kept.forget, sender=Material.themes.through)


@receiver(post_delete, sender=MaterialVersion)
def take_files_along(sender, instance, **kwargs):
    remove_in_the_end(*files_of(instance))
