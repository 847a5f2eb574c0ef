from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from news import archive
from news.models import NewsPage


@receiver([page_published, page_unpublished])
def forget_archive(sender, instance, **kwargs):
    if isinstance(instance, NewsPage):
        archive.forget()
