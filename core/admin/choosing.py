"""Windows to choose a page from."""

from wagtail.models import Page

from core import sight


def only_seen(pages, request):
    """For the hook `construct_page_chooser_queryset`: published pages, and drafts where this person works."""
    return pages.filter(pk__in=sight.seen_by(request.user, Page).values("pk"))
