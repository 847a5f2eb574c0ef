"""The sections about organisations: the directory with the profiles, joining, and the search for partners."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core.models import BasePage
from members.directory.pages import DirectoryRoutes


class DirectoryPage(DirectoryRoutes, RoutablePageMixin, BasePage):
    """All organisations, as a list and on a map; each has its profile below."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "members/directory_page.html"

    class Meta:
        verbose_name = _("directory of organisations")
        verbose_name_plural = _("directories of organisations")


class JoinPage(RoutablePageMixin, BasePage):
    """Where organisations join the network, step by step."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "members/join_page.html"

    class Meta:
        verbose_name = _("page for joining")
        verbose_name_plural = _("pages for joining")


class PartnersPage(RoutablePageMixin, BasePage):
    """Who seeks a partner for what."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "members/partners_page.html"

    class Meta:
        verbose_name = _("search for partners")
        verbose_name_plural = _("searches for partners")
