from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.html import strip_tags
from wagtail.signals import page_published, published

from core.models import BasePage
from resources.models import Material, MaterialVersion
from search.materials import remember_soon
from search.models import Entry
from search.text import fold


@receiver(page_published)
def remember(sender, instance, **kwargs):
    """A page is found by its title, its summary and its text as soon as it is published."""
    if isinstance(instance, BasePage):
        body = getattr(instance, "body", None)
        words = body.stream_block.get_searchable_content(body) if body else []
        text = fold(" ".join([instance.title, instance.summary, *(strip_tags(str(part)) for part in words)]))
        Entry.objects.update_or_create(page_id=instance.pk, defaults={"title": fold(instance.title), "text": text})


@receiver(post_save, sender=MaterialVersion)
def remember_what_it_says(sender, instance, **kwargs):
    """Also when the portal has looked into the file."""
    remember_soon(instance.material_id)


@receiver(published, sender=Material)
def remember_material_anew(sender, instance, **kwargs):
    remember_soon(instance.pk)
