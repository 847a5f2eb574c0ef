"""One list of news, shared by the index, the newsrooms and the rubrics: pages by keyset, months, feeds."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from wagtail.contrib.routable_page.models import path

from core import language
from core.keyset import Cursor, turn


class NewsListRoutes:
    """For pages that list news. `listed_news()` is the one queryset behind the page, its months and its feeds."""

    shown = None  # the rows of this answer

    def listed_news(self):
        from news.models import NewsPage

        return NewsPage.objects.visible_to().in_language(language.active())

    def rows_of(self, news):
        """The news with what a row shows."""
        return news.for_listing()

    def get_route_paths(self):
        """Addresses that lead on when the page is renamed: readers of a feed never see why it fell silent."""
        return ["/", "/rss/", "/atom/"]

    @path("")
    def newest(self, request):
        return self._list(request, Period())

    @path("<int:year>/")
    def of_year(self, request, year: int):
        return self._list(request, Period(year))

    @path("<int:year>/<int:month>/")
    def of_month(self, request, year: int, month: int):
        return self._list(request, Period(year, month))

    @path("rss/")
    def rss(self, request):
        from news.feeds import NewsFeed

        return NewsFeed(self)(request)

    @path("atom/")
    def atom(self, request):
        from news.feeds import NewsAtomFeed

        return NewsAtomFeed(self)(request)

    def _list(self, request, period: "Period"):
        from news.archive import months_with_news, rubrics_with_news

        code = language.active()
        news = self.listed_news()
        if period.year:
            news = news.in_month(period.year, period.month)
        cursor = Cursor.from_request(request)
        page_of_news = turn(self.rows_of(news), cursor)
        if cursor and not page_of_news.rows:
            raise Http404
        self.shown = page_of_news
        return self.render(
            request,
            context_overrides={
                "period": period,
                "news": page_of_news,
                "months": months_with_news(self, code),
                "rubrics": rubrics_with_news(code),
            },
        )


@dataclass
class Period:
    """A year, a month, or all the time there is."""

    year: int | None = None
    month: int | None = None

    def __post_init__(self):
        if (
            self.year is not None
            and not 1990 <= self.year <= 2100
            or self.month is not None
            and not 1 <= self.month <= 12
        ):
            raise Http404

    @property
    def start(self) -> date:
        """Its first day, to be named in the list."""
        return date(self.year, self.month or 1, 1)
