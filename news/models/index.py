from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core.models import BasePage
from news.listing import NewsListRoutes


class NewsIndexPage(NewsListRoutes, RoutablePageMixin, BasePage):
    """All news; the network's own news sit directly under it."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsroomPage", "news.NewsPage"]
    max_count_per_parent = 1
    template = "news/news_index_page.html"

    class Meta:
        verbose_name = _("news section")
        verbose_name_plural = _("news sections")
