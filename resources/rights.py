"""Who works on a course: the trainers and editors of its organisation, by Wagtail's own rights on its page."""

from uuid import UUID

from django.db import transaction
from wagtail.models import GroupPagePermission, Locale

from core import language
from core.permissions import PagePermissions
from members.admission import give_trainers, permission
from members.models import Organization
from resources.models import CoursePage, ResourceIndexPage

TRAINERS_MAY = ["add_page", "change_page"]


class CoursePermissions(PagePermissions):
    def can_reorder_children(self):
        """The order of the lessons is a part of the course, and readers see it at once."""
        return self.can_edit()


def keep_in_step(course: CoursePage) -> None:
    """The group of its organisation may write, and publish where the organisation publishes by itself. Safe to call
    again; an organisation that was never let in has no group, a course of the network is the office's."""
    if course.organization_id is None:
        GroupPagePermission.objects.filter(page=course).delete()
        return
    organization = Organization.objects.get(pk=course.organization_id)
    rights = GroupPagePermission.objects.filter(page=course)
    if organization.collection_id is None:
        rights.delete()
        return
    group = give_trainers(organization)
    rights.exclude(group=group).delete()
    for codename in TRAINERS_MAY:
        rights.get_or_create(group=group, page=course, permission=permission("wagtailcore", codename))
    publish = permission("wagtailcore", "publish_page")
    if organization.may_publish:
        rights.get_or_create(group=group, page=course, permission=publish)
    else:
        rights.filter(permission=publish).delete()


@transaction.atomic
def begin_course(organization: Organization, title: str, user, key: UUID) -> CoursePage:
    """A draft below the training section; a second call with the key finds the first."""
    locale = Locale.objects.get(language_code=language.ORIGINAL)
    section = ResourceIndexPage.objects.select_for_update(of=("self",)).get(locale=locale)
    if begun := CoursePage.objects.filter(translation_key=key, locale=locale).first():
        return begun
    course = CoursePage(
        title=title, organization=organization, locale=locale, owner=user, live=False, translation_key=key
    )
    section.add_child(instance=course)
    course.save_revision(user=user, log_action=True)
    return course
