"""The desk says when the search is behind."""

from django.utils.translation import ngettext
from wagtail import hooks

from search.checks import FEW, how_far_behind


@hooks.register("register_office_news")
def not_found_yet(user):
    if not user.has_perm("search.view_askedquery"):
        return []
    count = how_far_behind()
    words = ngettext(
        "%(n)d text is not in the search as it is; the background work is behind",
        "%(n)d texts are not in the search as they are; the background work is behind",
        count,
    )
    return [(count if count > FEW else 0, words % {"n": count}, "search_askedquery_modeladmin_index", "")]
