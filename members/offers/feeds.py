"""RSS and Atom of the open offers, with the reader's filter; only texts that really are in the language."""

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _

from core import language
from core.dates import day
from core.typography import excerpt
from members.offers.addresses import offer_address
from members.offers.choices import Filters, visible_offers

HOW_MANY = 30


class OfferFeed(Feed):
    feed_type = Rss201rev2Feed
    name = "rss"

    def __init__(self, page, request):
        self.page = page
        self.filters = Filters(request.GET)

    def title(self):
        chosen = ", ".join(str(chip["label"]) for chip in self.filters.chips)
        return f"{self.page.title}: {chosen}" if chosen else self.page.title

    def link(self):
        return self.page.get_url() + self.filters.choices.query

    def feed_url(self):
        return f"{self.page.get_url()}{self.name}/{self.filters.choices.query}"

    def description(self):
        return self.page.summary or self.page.title

    subtitle = description

    def items(self):
        offers = visible_offers(self.filters.choices).open_on(timezone.localdate()).newest_first()
        if language.active() == "en":
            offers = offers.written_in_english()
        return offers.select_related("organization").prefetch_related("themes")[:HOW_MANY]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        until = _("until %(day)s") % {"day": day(item.deadline)}
        lines = [item.organization.name, until, item.role_sought, excerpt(item.text, 300)]
        return " · ".join(line for line in lines if line)

    def item_link(self, item):
        return offer_address(item.slug, language.active())

    def item_guid(self, item):
        return f"offer-{item.pk}-{language.active()}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.first_published_at

    def item_updateddate(self, item):
        return item.last_published_at or item.first_published_at

    def item_author_name(self, item):
        return item.organization.name

    def item_categories(self, item):
        return [item.get_fund_display(), *(theme.title for theme in item.themes.all())]


class OfferAtomFeed(OfferFeed):
    feed_type = Atom1Feed
    name = "atom"
