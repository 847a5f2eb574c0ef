"""What can be followed, with the reader's filter: RSS and Atom of what comes, and a calendar file.

They are asked for by programs that never sign in, so that they hold only what everybody may read.
"""

from datetime import timedelta

from django.contrib.syndication.views import Feed
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import language
from core.addresses import absolute
from events.addresses import event_address
from events.calendar.filters import Filters
from events.ical import CONTENT_TYPE, calendar_of
from events.when import in_full
from events.where import whole_place

HOW_MANY = 30
IN_A_CALENDAR = 1000
BACK = timedelta(days=90)
FRESH_FOR = 15 * 60


def calendar_file(page, request):
    """The last ninety days and everything ahead; one query for all events."""
    filters = Filters(request.GET)
    events = filters.events().coming_at(timezone.now() - BACK).first_first().for_calendar()[:IN_A_CALENDAR]
    url = absolute(page.get_url() + filters.choices.query)
    response = HttpResponse(
        calendar_of(events, titled(page, filters), language.active(), url), content_type=CONTENT_TYPE
    )
    response.headers["Content-Disposition"] = 'inline; filename="kalendar.ics"'
    response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def titled(page, filters: Filters) -> str:
    return f"{page.title}: {filters.title}" if filters.choices.is_narrowed else page.title


class EventFeed(Feed):
    feed_type = Rss201rev2Feed
    name = "rss"

    def __init__(self, page, request):
        self.page = page
        self.filters = Filters(request.GET)

    def title(self):
        return titled(self.page, self.filters)

    def link(self):
        return self.page.get_url() + self.filters.choices.query

    def feed_url(self):
        return f"{self.page.get_url()}{self.name}/{self.filters.choices.query}"

    def description(self):
        return self.page.summary or self.page.title

    subtitle = description

    def items(self):
        """What comes, what was published last first; in English only what is written in it."""
        events = self.filters.events().coming_at(timezone.now()).for_calendar()
        if language.active() == "en":
            events = events.written_in_english()
        return events.order_by("-first_published_at", "-pk")[:HOW_MANY]

    def item_title(self, item):
        title = item.title_in(language.active()).text
        return _("Cancelled: %(title)s") % {"title": title} if item.is_cancelled else title

    def item_description(self, item):
        code = language.active()
        summary = item.summary_en if code == "en" else item.summary_bg
        note = item.state_note_en if code == "en" else item.state_note_bg
        when = ", ".join(filter(None, in_full(item)))
        where = whole_place(item, code) or (_("online") if item.is_online else "")
        return " · ".join(filter(None, (note, when, where, self.item_author_name(item), summary)))

    def item_link(self, item):
        return event_address(item.slug, language.active())

    def item_guid(self, item):
        return f"event-{item.uid}-{language.active()}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.first_published_at or item.last_published_at

    def item_updateddate(self, item):
        return item.last_published_at

    def item_author_name(self, item):
        return item.organization.name_in(language.active()).text

    def item_categories(self, item):
        return [capfirst(item.get_kind_display())]


class EventAtomFeed(EventFeed):
    feed_type = Atom1Feed
    name = "atom"
