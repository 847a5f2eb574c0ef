"""The page around the page: menu, language toggle, contacts, who is signed in."""

from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from core import language
from core.keyset import place_in_other_language
from core.models import ContactRole
from core.prepared import prepared
from core.site_map import site_map


class Frame:
    def __init__(self, request):
        self.request = request
        self.language = language.active()

    @cached_property
    def user(self):
        """Who is signed in, asked only when a session cookie came: a reader's answer must not vary by cookie."""
        if settings.SESSION_COOKIE_NAME not in self.request.COOKIES:
            return None
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @cached_property
    def page(self):
        return getattr(self.request, "page", None)

    @cached_property
    def home(self):
        return site_map().homes.get(self.language)

    @cached_property
    def menu(self) -> list:
        """Sections with whether the reader is inside them."""
        path = self.request.path
        return [
            {
                "title": s.title,
                "url": s.url,
                "current": "page" if path == s.url else path.startswith(s.url) and "true",
            }
            for s in site_map().menu(self.language)
        ]

    @cached_property
    def footer_pages(self) -> list:
        return [s for s in site_map().of_kind("StandardPage", self.language) if s.depth <= 4]

    @cached_property
    def rubrics(self) -> list:
        return site_map().of_kind("RubricPage", self.language)

    @cached_property
    def news(self):
        """The section of all news, for links to it and to its feeds."""
        return next(iter(site_map().of_kind("NewsIndexPage", self.language)), None)

    @cached_property
    def directory(self):
        """The section of all organisations."""
        return next(iter(site_map().of_kind("DirectoryPage", self.language)), None)

    @cached_property
    def calendar(self):
        """The section of all events."""
        return next(iter(site_map().of_kind("EventIndexPage", self.language)), None)

    @cached_property
    def join(self):
        """Where an organisation joins."""
        return next(iter(site_map().of_kind("JoinPage", self.language)), None)

    @cached_property
    def contacts(self):
        """Whom to ask."""
        return next(iter(site_map().of_kind("ContactPage", self.language)), None)

    @cached_property
    def contact_roles(self) -> list[ContactRole]:
        """With everything about them, for the page of contacts."""
        return list(ContactRole.objects.all())

    @cached_property
    def footer(self) -> SafeString:
        """The foot of the page; rendered anew only when something in it has changed."""
        links = tuple((item["title"], item["url"]) for item in self.menu)
        pages = tuple((section.title, section.url) for section in self.footer_pages)
        return _footer(self.language, tuple(_roles()), links, pages, self.news and self.news.url, self.funding_sentence)

    @cached_property
    def funding_sentence(self) -> str:
        return site_map().funding.get(self.language, "")

    @cached_property
    def languages(self) -> list[dict]:
        """The toggle: the same page in each language, in the language's own name; of a list, the same place in it."""
        place = place_in_other_language(self.request) if self.page is not None else ""
        return [
            {"code": code, "name": name, "url": self._url_in(code) + place, "current": code == self.language}
            for code, name in language.NAMES.items()
        ]

    def _url_in(self, code: str) -> str:
        if self.page is not None:
            below = self.request.path
            own = self.page.address_in(self.language) or ""
            target = self.page.address_in(code) or language.prefix(code)
            return target + (below[len(own) :] if own and below.startswith(own) else "")
        return translate_url(self.request.get_full_path(), code)

    @cached_property
    def written_in(self) -> tuple[str, ...] | None:
        """For a record below a page: the languages its text is really in, as the view says in the request."""
        return getattr(self.request, "written_in", None)

    @cached_property
    def canonical(self) -> str:
        """The one address of this text: an untranslated page belongs to its original."""
        path = self.request.path
        if self.written_in is not None:
            path = path if self.language in self.written_in else self._url_in(language.ORIGINAL)
        elif self.page is not None and self.page.language != self.language:
            path = self.page.get_url()
        return settings.BASE_URL + path + getattr(self.request, "canonical_query", "")

    @property
    def _has_twin(self) -> bool:
        return bool(site_map().twin(self.page.pk, language.ORIGINAL) or self.page.live_twin)

    @cached_property
    def alternates(self) -> list[dict]:
        """hreflang: only texts that really are in the language."""
        if self.written_in is not None:
            return self._in_each_language() if len(self.written_in) > 1 else []
        if self.page is None or self.page.language != self.language:
            return []
        if not (self.page.has_translation or self.page.language != language.ORIGINAL and self._has_twin):
            return []
        return self._in_each_language()

    def _in_each_language(self) -> list[dict]:
        return [{"code": code, "url": settings.BASE_URL + self._url_in(code)} for code in language.NAMES]


@prepared
def _roles():
    return ContactRole.objects.values_list("slug", "title_bg", "title_en", "purpose_bg", "purpose_en")


@lru_cache(maxsize=16)
def _footer(code: str, roles, links, pages, news_url, funding_sentence) -> SafeString:
    context = {
        "roles": [
            {
                "url": reverse("core:write-to-role", args=[slug]),
                "title": title_en if code == "en" and title_en else title_bg,
                "purpose": purpose_en if code == "en" and purpose_en else purpose_bg,
            }
            for slug, title_bg, title_en, purpose_bg, purpose_en in roles
        ],
        "links": links,
        "pages": pages,
        "news_url": news_url,
        "funding_sentence": funding_sentence,
        "is_demo": settings.DEBUG,
    }
    return render_to_string("components/footer.html", context)
