"""Words with which addresses of the portal itself begin: no page directly under a home page may take one."""

import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import gettext_lazy as _

from core import language

HOME_DEPTH = 2
WORD = re.compile(r"[\w-]+")
REFUSED = _("Addresses of the portal itself begin with this word. Please take another one.")


def is_reserved(slug: str, parent) -> bool:
    return parent is not None and parent.depth == HOME_DEPTH and slug in reserved_words()


@cache
def reserved_words() -> frozenset[str]:
    files = (address.strip("/").partition("/")[0] for address in (settings.STATIC_URL, settings.MEDIA_URL))
    return frozenset({*language.NAMES, *files, *_first_words(get_resolver().url_patterns)}) - {""}


def _first_words(patterns: list) -> Iterator[str]:
    for entry in patterns:
        word = str(entry.pattern).partition("/")[0]
        if isinstance(entry.pattern, LocalePrefixPattern) or not word:
            yield from _first_words(getattr(entry, "url_patterns", []))
        elif WORD.fullmatch(word):
            yield word
