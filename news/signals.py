from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import language
from members.signals import organization_admitted, organization_left
from news import archive
from news.actions import open_newsroom
from news.models import NewsPage, NewsroomPage


@receiver([page_published, page_unpublished])
def forget_archive(sender, instance, **kwargs):
    if isinstance(instance, NewsPage):
        archive.forget()


@receiver(post_page_move)
def follow_to_newsroom(sender, instance, **kwargs):
    """Wagtail moves rows without saving them; the newsroom and its organisation must follow."""
    if issubclass(instance.specific_class, NewsPage):
        NewsPage.objects.get(pk=instance.pk).save(update_fields=["newsroom", "organization"])
        archive.forget()


@receiver(page_published)
def move_translations(sender, instance, **kwargs):
    """A translation stands in lists where its original stands."""
    if isinstance(instance, NewsPage) and instance.language == language.ORIGINAL:
        twins = NewsPage.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
        twins.update(published_on=instance.published_on)


@receiver(organization_admitted)
def open_its_newsroom(sender, organization, group, **kwargs):
    open_newsroom(organization, group)


@receiver(organization_left)
def let_go_of_its_pages(sender, organization, person, **kwargs):
    """What a leaving editor locked is open again to those who stay."""
    for room in NewsroomPage.objects.filter(organization=organization):
        locked = Page.objects.descendant_of(room, inclusive=True).filter(locked_by=person)
        locked.update(locked=False, locked_by=None, locked_at=None)
