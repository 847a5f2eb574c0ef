"""RSS of a search: what is found for everybody, the newest first; only texts that really are in the language."""

from dataclasses import replace

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import language
from search.choices import Choices, Reader
from search.looking import look
from search.results import hits

HOW_MANY = 20


class SearchFeed(Feed):
    def get_object(self, request):
        return Choices.read(request.GET)

    def title(self, choices):
        return f"{_('Search')}: {choices.q}" if choices.q else _("Search")

    def link(self, choices):
        return reverse("search:search") + choices.address(sort="", exact="")

    def feed_url(self, choices):
        return reverse("search:rss") + choices.address(sort="", exact="")

    def description(self, choices):
        return _("What the portal has for these words, the newest first.")

    def items(self, choices):
        reader = Reader(language.active())
        found = look(replace(choices, sort="new", exact="1"), reader)
        found.rows = [row for row in found.rows if row.language == reader.language and row.year]
        return hits(found, reader, 1, timezone.now())[:HOW_MANY]

    def item_title(self, item):
        return item.plain_title

    def item_description(self, item):
        return item.plain_text

    def item_link(self, item):
        return item.url

    def item_guid(self, item):
        return f"{item.kind}-{item.thing}-{language.active()}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.moment if not item.is_coming else None

    def item_categories(self, item):
        return [str(item.label)]
