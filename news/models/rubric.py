from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core import language
from core.models import BasePage
from core.models.parts import Body, LeadPicture
from core.site_map import site_map
from news.listing import NewsListRoutes


class RubricIndexPage(BasePage):
    """All rubrics."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.RubricPage"]
    max_count_per_parent = 1
    template = "news/rubric_index_page.html"

    class Meta:
        verbose_name = _("rubrics section")
        verbose_name_plural = _("rubrics sections")

    def get_context(self, request, *args, **kwargs):
        from news.archive import rubrics_with_news

        context = super().get_context(request, *args, **kwargs)
        return context | {"rubrics": rubrics_with_news(context["reading_language"])}


class RubricPage(NewsListRoutes, RoutablePageMixin, LeadPicture, Body, BasePage):
    """A subject: a curated introduction, then everything filed under it."""

    is_creatable = True
    parent_page_types = ["news.RubricIndexPage"]
    subpage_types: list[str] = []

    content_panels = [*BasePage.content_panels, LeadPicture.picture_panel, Body.body_panel]
    template = "news/rubric_page.html"

    class Meta:
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")

    def rows_of(self, news):
        """Without their pictures: the page fetches them together with its own."""
        return news.for_listing(pictures=False)

    def pages_beside(self) -> list:
        return [self, *(self.shown.rows if self.shown else [])]

    def listed_news(self):
        original = site_map().twin(self.pk, language.ORIGINAL) or self.original  # out of sight in the bin, perhaps
        return super().listed_news().filed_under(original.pk if original else self.pk)
