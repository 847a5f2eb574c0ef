"""The addresses below the calendar. The order matters: the event takes every word that is left."""

from wagtail.contrib.routable_page.models import path


class CalendarRoutes:
    """For the page of the calendar."""

    def get_route_paths(self):
        return ["/", "/rss/"]

    @path("")
    def coming(self, request):
        from events.calendar.listing import show_coming

        return show_coming(self, request)

    @path("arhiv/")
    def past(self, request):
        from events.calendar.listing import show_past

        return show_past(self, request)

    @path("<slug:slug>/")
    def event(self, request, slug: str):
        from events.page import show

        return show(self, request, slug)

    @path("<slug:slug>/otchet/")
    def report(self, request, slug: str):
        from events.report import report

        return report(self, request, slug)
