"""A course and its lessons stay together: who may read it, who works on it."""

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.enums import Audience
from members.self_published import note
from members.signals import organization_changed, person_erased
from resources import rights
from resources.enums import Access
from resources.models import CoursePage, Download, LessonPage, Material, NoVersionLetters, Upload
from resources.uploading import pieces


@receiver(post_save, sender=CoursePage)
def give_rights(sender, instance, created, raw=False, **kwargs):
    if not raw:
        rights.keep_in_step(instance)


@receiver(organization_changed)
def follow_the_organization(sender, organization, **kwargs):
    for course in CoursePage.objects.filter(organization=organization):
        rights.keep_in_step(course)


@receiver(page_published, sender=CoursePage)
def lessons_follow(sender, instance, **kwargs):
    """Who may read the course may read its lessons, in whatever language they are written."""
    course = instance.original or instance
    LessonPage.objects.filter(course=course.pk).exclude(audience=course.audience).update(audience=course.audience)


@receiver(page_unpublished, sender=CoursePage)
def lessons_go_along(sender, instance, **kwargs):
    """Lessons of a course that nobody reads are in no list either."""
    for lesson in LessonPage.objects.child_of(instance).live():
        lesson.unpublish(log_action=False)


@receiver(pre_delete, sender=CoursePage)
def materials_stay_as_closed_as_they_were(sender, instance, **kwargs):
    """They outlive their course, which was what kept some of them from readers."""
    for material in Material.objects.filter(course=instance):
        if instance.audience != Audience.PUBLIC and material.audience == Access.PUBLIC:
            material.audience = Access.MEMBERS
            material.save()
        if not instance.live:
            material.unpublish(log_action=False)


@receiver(post_page_move, sender=LessonPage)
def follow_to_course(sender, instance, **kwargs):
    """Wagtail moves rows without saving them."""
    LessonPage.objects.get(pk=instance.pk).save(update_fields=["course", "audience"])


@receiver(page_published, sender=CoursePage)
@receiver(page_published, sender=LessonPage)
def note_what_nobody_reviewed(sender, instance, revision=None, **kwargs):
    course = instance if sender is CoursePage else instance.course
    if course:
        note(instance, course.organization, revision)


@receiver(person_erased)
def forget_downloads(sender, person, **kwargs):
    Download.objects.filter(person=person).delete()
    NoVersionLetters.objects.filter(person=person).delete()
    for upload in Upload.objects.filter(person=person):
        pieces.forget(upload)
