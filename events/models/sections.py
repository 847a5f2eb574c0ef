from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core.models import BasePage
from events.calendar.routes import CalendarRoutes


class EventIndexPage(CalendarRoutes, RoutablePageMixin, BasePage):
    """The calendar: what comes, what was, month by month; each event below."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "events/event_index_page.html"

    class Meta:
        verbose_name = _("calendar of events")
        verbose_name_plural = _("calendars of events")
