"""The addresses below the training section and below a course. What is heavy is imported when it is asked for."""

from wagtail.contrib.routable_page.models import path


class LibraryRoutes:
    """For the page of the training section."""

    def get_route_paths(self):
        """Addresses that lead on when the page is renamed: readers of a feed never see why it fell silent."""
        return ["/", "/kursove/", "/biblioteka/", "/biblioteka/rss/", "/biblioteka/atom/", "/praktiki/"]

    @path("")
    def section(self, request):
        from resources.library.listing import show_section

        return show_section(self, request)

    @path("kursove/")
    def courses(self, request):
        from resources.library.listing import show_courses

        return show_courses(self, request)

    @path("biblioteka/")
    def library(self, request):
        from resources.library.listing import show_library

        return show_library(self, request)

    @path("biblioteka/rss/")
    def rss(self, request):
        from resources.library.feeds import MaterialFeed

        return MaterialFeed(self, request)(request)

    @path("biblioteka/atom/")
    def atom(self, request):
        from resources.library.feeds import MaterialAtomFeed

        return MaterialAtomFeed(self, request)(request)

    @path("biblioteka/<slug:slug>/")
    def material(self, request, slug: str):
        from resources.page import show

        return show(self, request, slug)

    @path("praktiki/")
    def practices(self, request):
        from resources.practices.listing import show

        return show(self, request)

    @path("praktiki/<slug:slug>/")
    def practice(self, request, slug: str):
        from resources.practices.page import show

        return show(self, request, slug)


class CourseRoutes:
    """For the page of a course."""

    @path("")
    def course(self, request):
        from resources.courses import show_course

        return show_course(self, request)
