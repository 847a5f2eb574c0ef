from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import PageManager

from core.models import BasePage
from core.querysets import BasePageQuerySet
from news.listing import NewsListRoutes
from news.querysets import AUTHOR


class NewsroomQuerySet(BasePageQuerySet):
    def for_reading(self):
        own = (field.name for field in self.model._meta.concrete_fields)
        return super().for_reading().select_related("organization").only(*own, *AUTHOR)


NewsroomManager = PageManager.from_queryset(NewsroomQuerySet)


class NewsroomPage(NewsListRoutes, RoutablePageMixin, BasePage):
    """The news of one organisation: a branch of the tree, so that Wagtail's own rights apply to it."""

    is_section = False
    is_found = False  # its organisation is
    is_creatable = True
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = None

    organization = models.ForeignKey(
        "members.Organization",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="newsrooms",
    )

    objects = NewsroomManager()

    content_panels = [*BasePage.content_panels, FieldPanel("organization")]
    template = "news/newsroom_page.html"

    class Meta:
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsrooms")

    @property
    def original_or_self(self) -> "NewsroomPage":
        return self.original or self

    def listed_news(self):
        return super().listed_news().of_newsroom(self.translation_key)
