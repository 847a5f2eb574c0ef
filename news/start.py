"""A new article that starts from an earlier one."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from core.models import BasePage
from news.models import NewsIndexPage, NewsPage, NewsroomPage

PLACES = (NewsIndexPage, NewsroomPage)


def may_read(page: NewsPage, user) -> bool:
    """Everybody's, or one's own draft."""
    return not page.deleted_at and (page.live or page.permissions_for_user(user).can_edit())


def places_for(page: NewsPage, user) -> list[BasePage]:
    """Where this person may begin an article in the language of an earlier one; the earlier one's place comes first."""
    return sorted(places_of(user, page.locale_id), key=lambda place: not page.is_child_of(place))


def places_of(user, locale_id: int) -> list[BasePage]:
    """The news section and the newsrooms of a language in which this person may write."""
    sections = Page.objects.type(PLACES).filter(locale_id=locale_id).order_by("path").specific()
    return [place for place in sections if place.permissions_for_user(user).can_add_subpage()]


@transaction.atomic
def start_from(page: NewsPage, place: BasePage, user, key: UUID) -> NewsPage:
    """A draft with the text of an earlier article and nothing of its dates; a second call with the key finds the first.

    What readers see is copied; a draft that was never published is copied as its author left it.
    """
    Page.objects.select_for_update().get(pk=place.pk)  # the second of two clicks waits and finds the draft
    if begun := NewsPage.objects.filter(translation_key=key, locale_id=page.locale_id).first():
        return begun
    if not may_read(page, user) or not place.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    source = page if page.live else page.get_latest_revision_as_object()
    return source.copy(
        to=place,
        user=user,
        copy_revisions=False,
        keep_live=False,
        reset_translation_key=False,
        exclude_fields=["funding"] if not page.is_child_of(place) else [],
        update_attrs=FRESH
        | {
            "slug": find_available_slug(place, source.slug),
            "translation_key": key,
            "published_on": timezone.now(),
        },
    )


FRESH = {
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "display_date": None,
    "featured_from": None,
    "featured_until": None,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
}
