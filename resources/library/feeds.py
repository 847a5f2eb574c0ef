"""What can be followed: new materials and new versions, with the reader's filter; only what everybody may have."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import language
from resources.addresses import library_address, material_address
from resources.library.filters import Filters

HOW_MANY = 30


class MaterialFeed(Feed):
    feed_type = Rss201rev2Feed
    name = "rss"

    def __init__(self, page, request):
        self.page, self.filters = page, Filters(request.GET)

    def title(self):
        return f"{self.page.title}: {_('materials')}"

    def link(self):
        return library_address(language.active()) + self.filters.choices.query

    def feed_url(self):
        return f"{library_address(language.active())}{self.name}/{self.filters.choices.query}"

    def description(self):
        return self.page.summary or self.page.title

    subtitle = description

    def items(self):
        materials = self.filters.materials()
        if language.active() == "en":
            materials = materials.written_in_english()
        return materials.for_listing().newest_first()[:HOW_MANY]

    def item_title(self, item):
        return item.title_in(language.active()).text

    def item_description(self, item):
        return item.description or ""

    def item_link(self, item):
        return material_address(item.slug, language.active())

    def item_guid(self, item):
        return f"material-{item.pk}-{item.current.number}-{language.active()}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.renewed_at

    def item_author_name(self, item):
        return item.organization.name_in(language.active()).text

    def item_categories(self, item):
        return [capfirst(item.get_kind_display())]


class MaterialAtomFeed(MaterialFeed):
    feed_type = Atom1Feed
    name = "atom"
