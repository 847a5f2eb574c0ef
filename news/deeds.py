"""Deeds in the news that practice tasks may ask for."""

from django.utils.translation import gettext_lazy as _

from core.deeds import declare
from news.models import NewsPage


@declare("news-draft", _("a news draft saved"))
def who_saved(people):
    return NewsPage.objects.filter(owner__in=people).order_by().values_list("owner", flat=True)


@declare("news-filed", _("a news item filed under a rubric"))
def who_filed(people):
    filed = NewsPage.objects.filter(owner__in=people, rubrics__isnull=False)
    return filed.order_by().values_list("owner", flat=True)
