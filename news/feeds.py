"""RSS and Atom of any list of news: only what really is in the language, only what everybody may read."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from core import language
from core.site_map import site_map

HOW_MANY = 30


class NewsFeed(Feed):
    feed_type = Rss201rev2Feed

    def __init__(self, page):
        self.page = page

    def title(self):
        return self.page.title

    def link(self):
        return self.page.get_url()

    def feed_url(self):
        return self.page.get_url() + "rss/"

    def description(self):
        return self.page.summary or self.page.title

    subtitle = description

    def items(self):
        return self.page.listed_news().really_in_language(language.active()).for_listing()[:HOW_MANY]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.summary

    def item_link(self, item):
        return item.get_url()

    def item_guid(self, item):
        return f"{item.translation_key}-{item.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.published_on

    def item_updateddate(self, item):
        return item.last_published_at or item.published_on

    def item_author_name(self, item):
        return item.author or None

    def item_categories(self, item):
        found = (site_map().in_reading_language(pk, item.language) for pk in item.rubric_pks)
        return [rubric.title for rubric in found if rubric]


class NewsAtomFeed(NewsFeed):
    feed_type = Atom1Feed

    def feed_url(self):
        return self.page.get_url() + "atom/"
