"""The sections of the site in both languages, read with one query and kept in the cache.

Menus, breadcrumbs, rubric names and the addresses of untranslated pages come from here, so that none of them
costs a query of its own. A page class with `is_section = True` is part of it; news and newsrooms, which grow, are not.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction

from core import language
from core.prepared import prepared

CACHE_KEY = "core:site-map"
CACHE_SECONDS = 60  # several processes without a shared cache agree again after a minute


@dataclass(frozen=True, slots=True)
class Section:
    pk: int
    key: str
    language: str
    title: str
    url_path: str
    url: str
    kind: str
    in_menu: bool
    depth: int


@dataclass
class SiteMap:
    site_id: int | None = None
    homes: dict[str, Section] = field(default_factory=dict)
    locale_ids: dict[str, int] = field(default_factory=dict)
    by_key: dict[str, dict[str, Section]] = field(default_factory=dict)
    by_path: dict[str, Section] = field(default_factory=dict)
    by_pk: dict[int, Section] = field(default_factory=dict)
    funding: dict[str, str] = field(default_factory=dict)

    def language_of(self, locale_id: int) -> str:
        for code, pk in self.locale_ids.items():
            if pk == locale_id:
                return code
        return language.ORIGINAL

    def locales_read_in(self, code: str) -> tuple[int | None, int | None]:
        """The locale of a language, and that of the originals that stand in for what it lacks."""
        original = None if code == language.ORIGINAL else self.locale_ids.get(language.ORIGINAL)
        return self.locale_ids.get(code), original

    def path_below_home(self, url_path: str) -> tuple[str, str] | None:
        """("en", "news/forum/") for a page of the English tree; None outside the site."""
        for code, home in self.homes.items():
            if url_path.startswith(home.url_path):
                return code, url_path[len(home.url_path) :]
        return None

    def twin(self, pk: int, code: str) -> Section | None:
        """The section in a language, whichever language it was stored in."""
        section = self.by_pk.get(pk)
        return section and self.by_key[section.key].get(code)

    def in_reading_language(self, pk: int, code: str) -> Section | None:
        """The section in a language, else as it is."""
        return self.twin(pk, code) or self.by_pk.get(pk)

    def menu(self, code: str) -> list[Section]:
        """The main sections in the order of the tree; contacts stand last, where everybody looks for them."""
        found = [s for s in self.by_path.values() if s.in_menu and s.language == code and s.depth == 3]
        return sorted(found, key=lambda section: section.kind == "ContactPage")

    def of_kind(self, kind: str, code: str) -> list[Section]:
        return [s for s in self.by_path.values() if s.kind == kind and s.language == code]

    def address_in(self, url_path: str, code: str, stands_in: bool = True) -> str | None:
        """Where a page of the other tree is read in a language: the longest translated section, then the rest.

        Only originals stand in for a missing text; what exists in English alone leads to the section.
        """
        section_path = url_path
        while section_path and section_path != "/":
            section = self.by_path.get(section_path)
            twin = section and self.by_key[section.key].get(code)
            if twin:
                return twin.url + url_path[len(section_path) :] if stands_in else twin.url
            section_path = section_path.rstrip("/").rpartition("/")[0] + "/"
        return None


_of_this_request: ContextVar[list | None] = ContextVar("site_map", default=None)


def site_map() -> SiteMap:
    kept = _of_this_request.get()
    if kept:
        return kept[0]
    found = cache.get(CACHE_KEY)
    if found is None:
        found = _read()
        cache.set(CACHE_KEY, found, CACHE_SECONDS)
    if kept is not None:
        kept.append(found)
    return found


@contextmanager
def asked_once():
    """Within one request the cache is asked once: a page needs the map a hundred times."""
    token = _of_this_request.set([])
    try:
        yield
    finally:
        _of_this_request.reset(token)


def forget(**_signal) -> None:
    """Now, and again after the commit: in between others may have kept what they still saw."""
    cache.delete(CACHE_KEY)
    transaction.on_commit(lambda: cache.delete(CACHE_KEY), robust=True)
    kept = _of_this_request.get()
    if kept:
        kept.clear()


@prepared
def _rows(kinds):
    from core.models import BasePage

    return (
        BasePage.objects.live()
        .filter(content_type__in=kinds, audience="public")
        .order_by("path")
        .values_list(
            "pk", "translation_key", "locale_id", "locale__language_code", "title", "url_path", "content_type_id",
            "show_in_menus", "depth", "sites_rooted_here__pk", "funding__sentence_bg", "funding__sentence_en",
        )
    )  # fmt: skip


def _read() -> SiteMap:
    from core.models import BasePage

    classes = [model for model in apps.get_models() if issubclass(model, BasePage) and model.is_section]
    kinds = {ct.pk: model.__name__ for model, ct in ContentType.objects.get_for_models(*classes).items()}
    found = SiteMap()
    home_paths: dict[str, str] = {}
    for pk, key, locale_id, code, title, url_path, ct_id, in_menu, depth, site_id, paid_bg, paid_en in _rows([*kinds]):
        if depth == 2:
            home_paths.setdefault(code, url_path)
            found.locale_ids[code] = locale_id
            found.site_id = found.site_id or site_id
            if paid_bg:
                found.funding = {"bg": paid_bg, "en": paid_en or paid_bg}
        home_path = home_paths.get(code)
        if not home_path or not url_path.startswith(home_path):
            continue
        url = language.prefix(code) + url_path[len(home_path) :]
        section = Section(pk, str(key), code, title, url_path, url, kinds[ct_id], in_menu, depth)
        if depth == 2:
            found.homes[code] = section
        found.by_path[url_path] = section
        found.by_pk[pk] = section
        found.by_key.setdefault(str(key), {})[code] = section
    return found
