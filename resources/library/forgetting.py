"""The numbers beside the filters are counted anew when something in them changed."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from resources.keeping import forget_files
from resources.library.filters import kept
from resources.models import Material, MaterialVersion

post_save.connect(kept.forget, sender=Material)
post_delete.connect(kept.forget, sender=Material)
m2m_changed.connect(kept.forget, sender=Material.themes.through)


@receiver(post_delete, sender=MaterialVersion)
def take_files_along(sender, instance, **kwargs):
    forget_files(instance)
