"""A course and its lessons stay together: who may read it, who works on it."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from resources.models import CoursePage, LessonPage


@receiver(page_published, sender=CoursePage)
def lessons_follow(sender, instance, **kwargs):
    """Who may read the course may read its lessons."""
    LessonPage.objects.child_of(instance).exclude(audience=instance.audience).update(audience=instance.audience)


@receiver(page_unpublished, sender=CoursePage)
def lessons_go_along(sender, instance, **kwargs):
    """Lessons of a course that nobody reads are in no list either."""
    for lesson in LessonPage.objects.child_of(instance).live():
        lesson.unpublish(log_action=False)
