"""How far people are is kept beside their enrolment, for lists. When the lessons of a course change it is reckoned anew
for all who still learn, so that trainers and learners read the same."""

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django_tasks import task
from wagtail.signals import page_published, page_unpublished, post_page_move

from resources.learning.requirements import original_of, required
from resources.learning.standing import standing_of
from resources.models import CoursePage, Enrolment, LessonPage


@receiver(page_published, sender=LessonPage)
@receiver(page_unpublished, sender=LessonPage)
@receiver(post_page_move, sender=LessonPage)
@receiver(post_delete, sender=LessonPage)
def lessons_changed(sender, instance, parent_page_before=None, **kwargs) -> None:
    """The course where the lesson is, and the one from where it was moved."""
    keys = {LessonPage.objects.filter(pk=instance.pk).values_list("course", flat=True).first()}
    if parent_page_before:  # the lesson itself comes as a plain page then
        keys |= {original_of(course).pk for course in CoursePage.objects.filter(pk=parent_page_before.pk)}
    else:
        keys.add(instance.course_id)
    for pk in keys - {None}:
        transaction.on_commit(lambda pk=pk: recount.enqueue(pk), robust=True)


@task()
def recount(pk: int) -> None:
    """Some queries, whatever number of people. Who has finished stays finished."""
    course = CoursePage.objects.filter(pk=pk).first()
    if course is None:
        return
    lessons, changed = required(course), []
    for enrolment in Enrolment.objects.going_on().filter(course=course).prefetch_related("lessons", "answers"):
        found = standing_of(enrolment, lessons, look=False)
        if (enrolment.done, enrolment.total) != (found.count, found.total):
            enrolment.done, enrolment.total = found.count, found.total
            changed.append(enrolment)
    Enrolment.objects.bulk_update(changed, ["done", "total"], batch_size=500)
