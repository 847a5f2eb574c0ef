"""What happens when an organisation gets its place in the news."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupPagePermission

from core import language
from core.actions import add_published
from members.admission import permission
from members.models import Organization
from news.models import NewsIndexPage, NewsroomPage

EDITOR_MAY = ["add_page", "change_page"]


@transaction.atomic
def open_newsroom(organization: Organization, group: Group) -> list[NewsroomPage]:
    """A newsroom in both languages, in which the group writes. Safe to call again: what is there stays as it is."""
    newsrooms = _newsrooms(organization)
    may = [permission("wagtailcore", codename) for codename in EDITOR_MAY]
    rights = [GroupPagePermission(group=group, page=room, permission=one) for room in newsrooms for one in may]
    GroupPagePermission.objects.bulk_create(rights, ignore_conflicts=True)
    return newsrooms


def _newsrooms(organization: Organization) -> list[NewsroomPage]:
    found = {room.locale.language_code: room for room in organization.newsrooms.select_related("locale")}
    for index in NewsIndexPage.objects.select_related("locale").order_by("path"):
        code = index.locale.language_code
        if code in found:
            continue
        room = NewsroomPage(
            title=_name(organization, code), slug=organization.slug, organization=organization, locale=index.locale
        )
        twin = found.get(language.ORIGINAL)
        if twin:
            room.translation_key = twin.translation_key
        found[code] = add_published(room, index)
    return list(found.values())


def follow_name(organization: Organization, was: dict) -> None:
    """A newsroom that bears the name of its organisation bears the new one; its address stays, links lead to it.

    A title that the office gave a newsroom by hand stays too.
    """
    for room in organization.newsrooms.select_related("locale"):
        code = room.locale.language_code
        before = (was["name_en"] if code == "en" else "") or was["name_bg"]
        now = _name(organization, code)
        if room.title == before != now:
            room.title = now
            room.save_revision().publish()


def _name(organization: Organization, code: str) -> str:
    return (organization.name_en if code == "en" else "") or organization.name_bg
