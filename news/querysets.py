from django.apps import apps
from django.db.models import Prefetch, Q
from django.utils import timezone
from wagtail.models import PageManager

from core.querysets import BasePageQuerySet


class NewsQuerySet(BasePageQuerySet):
    """`NewsPage.objects.visible_to(user).in_language("bg").for_listing()` is where every list of news starts."""

    def newest_first(self):
        return self.order_by("-published_on", "-pk")

    def for_listing(self):
        """With what a row shows, without the long text."""
        return (
            self.newest_first()
            .select_related("newsroom__organization", "picture")
            .prefetch_related("picture__renditions", rubric_keys())
            .defer_streamfields()
        )

    def beside_a_text(self):
        """Like `for_listing`, where the page fetches pictures and rubrics for everything on it at once."""
        return self.newest_first().select_related("newsroom__organization", "picture").defer_streamfields()

    def for_reading(self):
        return super().for_reading().select_related("newsroom__organization", "picture")

    def featured(self, now=None):
        """What the office wants on top just now."""
        now = now or timezone.now()
        return self.filter(Q(featured_from__lte=now), Q(featured_until__isnull=True) | Q(featured_until__gt=now))

    def filed_under(self, rubric_pk: int):
        return self.filter(rubrics=rubric_pk)

    def of_newsroom(self, newsroom_pk: int):
        return self.filter(newsroom=newsroom_pk)

    def in_month(self, year: int, month: int | None = None):
        """News of a year or a month, by Sofia time."""
        pages = self.filter(published_on__year=year)
        return pages.filter(published_on__month=month) if month else pages

    def older_than(self, moment, pk: int):
        """The keyset: what follows a row in `newest_first`."""
        return self.filter(Q(published_on__lt=moment) | Q(published_on=moment, pk__lt=pk))

    def newer_than(self, moment, pk: int):
        return self.filter(Q(published_on__gt=moment) | Q(published_on=moment, pk__gt=pk))


def rubric_keys() -> Prefetch:
    """The rubrics of news, bare: their names and addresses come from the site map."""
    rubrics = apps.get_model("news", "RubricPage").objects.order_by("path").only("pk", "path")
    return Prefetch("rubrics", queryset=rubrics)


NewsManager = PageManager.from_queryset(NewsQuerySet)
