"""Where readers could meet what is not published: pages, lists, feeds, search, the site map, old addresses, files."""

from tests.access.ways import EVERYBODY, LOGGED_IN, THEIRS, TRAINERS, Way, at, page, plain

UNPUBLISHED = ("draft", "scheduled", "expired", "sent", "english")
LISTS = [
    *("/", "/en/", "/novini/", "/en/news/", "/novini/mig-tundzha/", "/en/news/mig-tundzha/", "/rubriki/pokani/"),
    *("/novini/rss/", "/novini/atom/", "/novini/mig-tundzha/rss/", "/en/news/rss/", "/rubriki/pokani/atom/"),
    *("/sitemap.xml", "/sitemap-bg.xml", "/sitemap-en.xml", "/robots.txt"),
    # In Cyrillic, so that what was looked for is not what must not be seen.
    *("/tarsene/?q=зебра", "/en/tarsene/?q=зебра", "/tarsene/?q=зебра&exact=1&sort=new", "/tarsene/rss/?q=зебра"),
    *("/tarsene/?q=зебпа", "/tarsene/?q=pe'd,", "/tarsene/podskazki/?q=зеб", "/en/tarsene/podskazki/?q=zeb"),
    *("/organizatsii/", "/organizatsii/mig-tundzha/", "/partnyorstva/", "/prisaedinyavane/", "/kontakti/"),
    *("/zebr/", "/novini/mig-tundzha/zebra/", "/staro", "/healthz/ready"),  # suggestions, and an old address
]


def _address(thing):
    return lambda world: getattr(world, thing).url


def _file(thing):
    return lambda world: getattr(world, thing).file.url


ROWS = [
    *(Way(thing, "page", _address(thing)) for thing in UNPUBLISHED),
    Way("gone", "page", plain("/novini/mig-tundzha/zebra-gone/")),
    Way("live", "page: the version to come", _address("live")),
    Way("live", "page: the version that is out", _address("live"), EVERYBODY, secret="Otkrita novina"),
    *(Way("whatever is unpublished", path, plain(path)) for path in LISTS),
    Way("for_members", "page", _address("for_members"), LOGGED_IN, secret="Members marmot"),
    *(
        Way("for_members", path, plain(path), secret="marmot")
        for path in ("/novini/rss/", "/sitemap-bg.xml", "/rubriki/pokani/atom/", "/tarsene/rss/?q=мармот")
    ),
    Way("for_members", "search", plain("/tarsene/?q=мармот"), LOGGED_IN, secret="Members <mark>marmot</mark>"),
    Way("for_members", "what was meant by a mistake", plain("/tarsene/?q=марпот"), secret="marmot"),
    Way("for_members", "suggestions", plain("/tarsene/podskazki/?q=марм"), LOGGED_IN, secret="Members marmot"),
    Way("event for members", "search", plain("/tarsene/?q=мармот"), LOGGED_IN, secret="Okapi za chlenove"),
    Way("published", "search", plain("/tarsene/?q=Открита"), EVERYBODY, secret="<mark>Otkrita</mark> novina"),
    Way("for_members", "asking for a translation", at("core:ask-translation", "for_members"), secret="Members marmot"),
    Way("draft", "asking for a translation", at("core:ask-translation", "draft")),
    Way("document", "its address", _address("document"), TRAINERS),
    Way("published document", "its address", _address("published"), EVERYBODY, secret="otkrito"),
    Way("picture", "the file as it was uploaded", _file("picture")),
    Way("draft", "as it looks", page("view_draft"), THEIRS),
]
