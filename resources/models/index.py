from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core.models import BasePage
from resources.routes import LibraryRoutes


class ResourceIndexPage(LibraryRoutes, RoutablePageMixin, BasePage):
    """Training: the courses, and below them the library of single materials."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.CoursePage"]
    max_count_per_parent = 1
    template = "resources/resource_index_page.html"

    class Meta:
        verbose_name = _("training section")
        verbose_name_plural = _("training sections")
