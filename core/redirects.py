"""Old addresses lead on only to what readers find: the address of a draft says what it is about."""

from django.utils.functional import cached_property
from wagtail.contrib.redirects.models import Redirect

_anywhere = Redirect.link.func


def _to_published(redirect) -> str | None:
    page = redirect.redirect_page
    return None if page and not page.live else _anywhere(redirect)


Redirect.link = cached_property(_to_published)
Redirect.link.__set_name__(Redirect, "link")
