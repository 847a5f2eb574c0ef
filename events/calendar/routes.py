"""The addresses below the calendar. The order matters: the event takes every word that is left."""

from wagtail.contrib.routable_page.models import path, re_path


class CalendarRoutes:
    """For the page of the calendar."""

    def get_route_paths(self):
        """Addresses that lead on when the page is renamed: calendars that follow it never see why it fell silent."""
        return ["/", "/arhiv/", "/obikolka/", "/rss/", "/atom/", "/kalendar.ics"]

    @path("")
    def coming(self, request):
        from events.calendar.listing import show_coming

        return show_coming(self, request)

    @path("arhiv/")
    def past(self, request):
        from events.calendar.listing import show_past

        return show_past(self, request)

    @re_path(r"^mesec/([0-9]{4,6})-(0[1-9]|1[0-2])/$")
    def month(self, request, year: str, number: str):
        from events.calendar.listing import show_month

        return show_month(self, request, int(year), int(number))

    @path("rss/")
    def rss(self, request):
        from events.calendar.feeds import EventFeed

        return EventFeed(self, request)(request)

    @path("atom/")
    def atom(self, request):
        from events.calendar.feeds import EventAtomFeed

        return EventAtomFeed(self, request)(request)

    @path("kalendar.ics/")
    def calendar_file(self, request):
        from events.calendar.feeds import calendar_file

        return calendar_file(self, request)

    @path("obikolka/")
    def tours(self, request):
        from events.tours.listing import show_all

        return show_all(self, request)

    @path("obikolka/<slug:slug>/")
    def tour(self, request, slug: str):
        from events.tours.page import show

        return show(self, request, slug)

    @path("<slug:slug>/")
    def event(self, request, slug: str):
        from events.page import show

        return show(self, request, slug)

    @path("<slug:slug>/sabitie.ics/")
    def event_file(self, request, slug: str):
        from events.page import as_file

        return as_file(self, request, slug)

    @path("<slug:slug>/plakat.pdf/")
    def poster(self, request, slug: str):
        from events.page import as_paper
        from events.papers.poster import poster

        return as_paper(self, request, slug, poster)

    @path("<slug:slug>/pokana.pdf/")
    def invitation(self, request, slug: str):
        from events.page import as_paper
        from events.papers.programme import programme

        return as_paper(self, request, slug, programme)

    @path("<slug:slug>/otchet/")
    def report(self, request, slug: str):
        from events.report import report

        return report(self, request, slug)
