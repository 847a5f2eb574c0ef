"""The words in which courses and materials are asked for; every list that a reader sees starts here."""

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import PageManager

from core import language
from core.enums import Audience
from core.keyset import ByMoment
from core.querysets import BasePageQuerySet
from members import taking_part
from members.enums import Membership
from resources.enums import Access

ROW = (
    *("slug", "title", "title_bg", "title_en", "description", "description_bg", "description_en", "kind"),
    *("language", "is_accessible", "audience", "public_from", "renewed_at", "downloads", "course"),
    *(f"organization__{name}" for name in ("slug", "name", "name_bg", "name_en")),
    *(f"current__{name}" for name in ("number", "format", "size", "page_count", "seconds", "is_scan", "reading")),
)


class CourseQuerySet(ByMoment, BasePageQuerySet):
    def for_reading(self):
        return super().for_reading().select_related("organization")

    def for_listing(self):
        """With the number of lessons and how long they last together, the newest first."""
        from resources.models import LessonPage

        lessons = LessonPage.objects.live().really_in_language(language.ORIGINAL).order_by()
        below = lessons.filter(course__translation_key=OuterRef("translation_key")).values("course")
        number = Subquery(below.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
        minutes = Subquery(below.annotate(n=Sum("minutes")).values("n"), output_field=IntegerField())
        return self.newest_first().annotate(lesson_count=Coalesce(number, 0), lesson_minutes=minutes)


CourseManager = PageManager.from_queryset(CourseQuerySet)


class LessonQuerySet(BasePageQuerySet):
    def visible_to(self, user=None):
        """Of courses that this person may read."""
        lessons = super().visible_to(user).filter(Q(course=None) | Q(course__live=True))
        if user is not None and user.is_authenticated:
            return lessons
        return lessons.filter(Q(course=None) | Q(course__audience=Audience.PUBLIC))


LessonManager = PageManager.from_queryset(LessonQuerySet)


class MaterialQuerySet(ByMoment, models.QuerySet):
    """`Material.objects.visible_to(user)` is where every list, address, feed and search of materials starts."""

    moment = "renewed_at"

    def visible_to(self, user=None):
        """Published materials that this person may have; no user means everybody.

        A material of a course is for nobody to whom the course is not.
        """
        materials = self.filter(live=True, current__isnull=False, organization__live=True)
        materials = materials.exclude(organization__status=Membership.APPLICANT)
        if user is None or not user.is_authenticated:
            is_open = Q(public_from=None) | Q(public_from__lte=timezone.now())
            of_public_course = Q(course=None) | Q(course__live=True, course__audience=Audience.PUBLIC)
            return materials.filter(is_open, of_public_course, audience=Access.PUBLIC)
        of_live_course = Q(course=None) | Q(course__live=True)
        for_all_members = ~Q(audience=Access.PARTICIPANTS)
        taking = Q(audience=Access.PARTICIPANTS, event__in=taking_part.events_of(user))
        return materials.filter(of_live_course, for_all_members | taking)

    def most_used_first(self):
        return self.order_by("-downloads", "-pk")

    def used_less_than(self, downloads: int, pk: int):
        """The keyset: what follows a row in `most_used_first`."""
        return self.filter(Q(downloads__lt=downloads) | Q(downloads=downloads, pk__lt=pk))

    def for_listing(self):
        """With what a row shows, without transcripts and texts."""
        return self.for_short_listing().prefetch_related("themes")

    def for_short_listing(self):
        """Beside a course or lesson, where no themes are shown."""
        return self.select_related("organization", "current").only(*ROW)

    def written_in_english(self):
        return self.exclude(title_en=None).exclude(title_en="")
