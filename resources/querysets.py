"""The words in which courses and materials are asked for; every list that a reader sees starts here."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager

from core.enums import Audience
from core.querysets import BasePageQuerySet
from members import taking_part
from members.enums import Membership
from resources.enums import Access


class CourseQuerySet(BasePageQuerySet):
    def for_reading(self):
        return super().for_reading().select_related("organization")


CourseManager = PageManager.from_queryset(CourseQuerySet)


class MaterialQuerySet(models.QuerySet):
    """`Material.objects.visible_to(user)` is where every list, address, feed and search of materials starts."""

    def visible_to(self, user=None):
        """Published materials that this person may have; no user means everybody.

        A material of a course is for nobody to whom the course is not.
        """
        materials = self.filter(live=True, current__isnull=False, organization__live=True)
        materials = materials.exclude(organization__status=Membership.APPLICANT)
        is_open = Q(public_from=None) | Q(public_from__lte=timezone.now())
        if user is None or not user.is_authenticated:
            of_public_course = Q(course=None) | Q(course__live=True, course__audience=Audience.PUBLIC)
            return materials.filter(is_open, of_public_course, audience=Access.PUBLIC)
        of_live_course = Q(course=None) | Q(course__live=True)
        for_all_members = ~Q(audience=Access.PARTICIPANTS)
        taking = Q(audience=Access.PARTICIPANTS, event__in=taking_part.events_of(user))
        return materials.filter(of_live_course, for_all_members | taking)
