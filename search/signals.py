from django.dispatch import receiver
from django.utils.html import strip_tags
from wagtail.signals import page_published

from core.models import BasePage
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
