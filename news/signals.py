from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import language
from members.self_published import note
from members.signals import organization_admitted, organization_changed, organization_left
from news import archive, review
from news.actions import follow_name, open_newsroom
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
    review.keep_in_step(organization)


@receiver(organization_left)
def let_go_of_its_pages(sender, organization, person, **kwargs):
    """What a leaving editor locked is open again to those who stay."""
    for room in NewsroomPage.objects.filter(organization=organization):
        locked = Page.objects.descendant_of(room, inclusive=True).filter(locked_by=person)
        locked.update(locked=False, locked_by=None, locked_at=None)


@receiver(organization_changed)
def follow_the_organization(sender, organization, was, **kwargs):
    follow_name(organization, was)
    review.keep_in_step(organization)


@receiver(organization_left)
def go_on_without_reviewer(sender, organization, **kwargs):
    """Who leaves no longer reviews."""
    organization.refresh_from_db(fields=["reviewer"])
    review.keep_in_step(organization)


@receiver(page_published)
def note_what_nobody_reviewed(sender, instance, revision=None, **kwargs):
    if isinstance(instance, NewsPage) and instance.newsroom_id:
        note(instance, instance.organization, revision)
