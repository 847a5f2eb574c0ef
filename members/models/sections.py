"""The sections about organisations: the directory with the profiles, joining, and the search for partners."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.models import BasePage
from members.directory.pages import DirectoryRoutes
from members.joining.routes import JoinRoutes


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


class JoinPage(JoinRoutes, RoutablePageMixin, BasePage):
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
    """Who seeks a partner for what: the open offers, those of the past, and each offer below."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "members/partners_page.html"

    class Meta:
        verbose_name = _("search for partners")
        verbose_name_plural = _("searches for partners")

    def get_route_paths(self):
        """Addresses that lead on when the page is renamed: readers of a feed never see why it fell silent."""
        return ["/", "/rss/", "/atom/"]

    @path("")
    def open_offers(self, request):
        from members.offers.listing import show_open

        return show_open(self, request)

    @path("arhiv/")
    def past_offers(self, request):
        from members.offers.listing import show_past

        return show_past(self, request)

    @path("rss/")
    def rss(self, request):
        from members.offers.feeds import OfferFeed

        return OfferFeed(self, request)(request)

    @path("atom/")
    def atom(self, request):
        from members.offers.feeds import OfferAtomFeed

        return OfferAtomFeed(self, request)(request)

    @path("<slug:slug>/")
    def offer(self, request, slug: str):
        from members.offers.page import show

        return show(self, request, slug)
