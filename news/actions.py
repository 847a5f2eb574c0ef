"""What happens when an organisation gets its place in the news."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from core import language
from members.models import Organization
from news.models import NewsIndexPage, NewsroomPage

EDITOR_MAY = ["add_page", "change_page"]
FILE_RIGHTS = [
    (app, f"{verb}_{model}")
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for verb in ("add", "change", "choose")
]


@transaction.atomic
def open_newsroom(organization: Organization) -> Group:
    """A newsroom in both languages, a collection of files, and one group of editors with rights on exactly those.

    Safe to call again: what is there stays as it is. Returns the group.
    """
    newsrooms = _newsrooms(organization)
    group, _new = Group.objects.get_or_create(name=f"Редактори: {organization.name_bg}"[:150])
    _allow(group, "wagtailadmin", "access_admin")
    for newsroom in newsrooms:
        for codename in EDITOR_MAY:
            GroupPagePermission.objects.get_or_create(
                group=group, page=newsroom, permission=permission("wagtailcore", codename)
            )
    collection = _collection(organization)
    for app, codename in FILE_RIGHTS:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission(app, codename)
        )
    return group


def _newsrooms(organization: Organization) -> list[NewsroomPage]:
    found = {room.locale.language_code: room for room in organization.newsrooms.select_related("locale")}
    for index in NewsIndexPage.objects.select_related("locale").order_by("path"):
        code = index.locale.language_code
        if code in found:
            continue
        name = (organization.name_en if code == "en" else "") or organization.name_bg
        room = NewsroomPage(title=name, slug=organization.slug, organization=organization, locale=index.locale)
        twin = found.get(language.ORIGINAL)
        if twin:
            room.translation_key = twin.translation_key
        found[code] = index.add_child(instance=room)
        room.save_revision().publish()
    return list(found.values())


def _collection(organization: Organization) -> Collection:
    root = Collection.get_first_root_node()
    name = organization.name_bg
    return root.get_children().filter(name=name).first() or root.add_child(instance=Collection(name=name))


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _allow(group: Group, app: str, codename: str) -> None:
    group.permissions.add(permission(app, codename))
