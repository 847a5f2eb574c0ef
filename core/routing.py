"""From an address to a page, with as few queries as can be, and honestly in two languages.

One query finds the page and all pages above it (its breadcrumb and funding). When a translation is missing, the
original stands in under the address of the translation; when it exists, its stand-in address leads to it.
"""

from dataclasses import dataclass
from functools import cache

from django.http import Http404
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.url_routing import RouteResult

from core import language
from core.along import Along, paths_below
from core.prepared import prepared
from core.site_map import site_map


@dataclass
class Elsewhere:
    """The page has an address of its own."""

    url: str


def route(request, path: str) -> RouteResult | Elsewhere:
    """Raises Http404 when no page, in either language, has this address."""
    parts = [part for part in path.split("/") if part]
    code = language.active()
    home = site_map().homes.get(code)
    if home is None:
        raise Http404
    paths = paths_below(home.url_path, parts)
    original = _paths_of_original(paths, parts, code)
    found = Along([*paths, *original])
    chain, rest = found.walk(home.url_path, parts)
    stands_in = original[-1] if rest and original and original[-1] in found.pages else ""
    if not stands_in:
        try:
            return _hand_over(request, chain, rest)
        except Http404:
            if code == language.ORIGINAL:
                raise
        stands_in = _url_path_of_original(chain, code) + "/".join(rest)
    return _stand_in(request, code, stands_in, found, chain)


def _stand_in(request, code: str, url_path: str, found: "Along", translated: list) -> RouteResult | Elsewhere:
    """The original under the address of its translation; `translated` are the pages above that really are."""
    home = site_map().homes[language.ORIGINAL].url_path
    parts = [part for part in url_path.removeprefix(home).split("/") if part]
    chain, rest = found.walk(home, parts)
    try:
        result = _hand_over(request, chain, rest)
    except Http404:
        return _renamed(code, parts)
    page = result.page
    page.titles_above = {crumb.translation_key: crumb.title for crumb in translated}
    if page.has_translation:
        url = page.address_in(code)
        if url and url != request.path:
            return Elsewhere(url + "".join(f"{part}/" for part in rest))
    return result


def _renamed(code: str, parts: list[str]) -> Elsewhere:
    """The middleware for old addresses knows those of the original alone, not where it stood in."""
    from core.models import BasePage

    old_path = Redirect.normalise_path("/" + "/".join(parts))
    page = BasePage.objects.live().filter(redirect__old_path=old_path).first()
    url = page and page.address_in(code)
    if not url:
        raise Http404
    return Elsewhere(url)


def _url_path_of_original(chain: list, code: str) -> str:
    found = site_map()
    if not chain:
        return found.homes[language.ORIGINAL].url_path
    section = found.twin(chain[-1].pk, language.ORIGINAL)
    if section:
        return section.url_path
    original = chain[-1].model.objects.get(pk=chain[-1].pk).original
    if original is None:
        raise Http404
    return original.url_path


def _paths_of_original(paths: list[str], parts: list[str], code: str) -> list[str]:
    """Where the original would be, as far as the sections tell; asked for in the same query."""
    if code == language.ORIGINAL:
        return []
    found = site_map()
    for steps in range(len(parts), -1, -1):
        section = found.by_path.get(paths[steps])
        original = section and found.by_key[section.key].get(language.ORIGINAL)
        if original:
            home = found.homes[language.ORIGINAL].url_path
            above = [part for part in original.url_path.removeprefix(home).split("/") if part]
            return paths_below(home, [*above, *parts[steps:]])
    return []


def _hand_over(request, chain: list, rest: list[str]) -> RouteResult:
    if not chain:
        raise Http404
    model = chain[-1].model
    if rest and not issubclass(model, RoutablePageMixin):
        raise Http404
    found = _to_read(model)(chain[-1].pk)
    if not found:  # deleted this moment
        raise Http404
    page = found[0]
    page._crumbs = chain[:-1]
    page.funding = chain[-1].funding
    request.page = page
    return page.route(request, rest)


@cache
def _to_read(model):
    """How pages of a kind are asked for by their key, with what they show."""
    return prepared(lambda pk: model.objects.for_reading().filter(pk=pk))
