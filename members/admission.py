"""An organisation is let in: it gets a group of editors, a collection of files, and what other apps add."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission

from core.actions import publish_as_it_is
from members.models import Affiliation, Organization
from members.signals import organization_admitted

FILE_RIGHTS = {
    "content_type__app_label__in": ("wagtailimages", "wagtaildocs"),
    "codename__in": [f"{verb}_{model}" for model in ("image", "document") for verb in ("add", "change", "choose")],
}


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def one_at_a_time() -> None:
    """Until the end of the transaction nobody else lets an organisation in: names, words in addresses and places in
    the trees of pages and collections are taken by looking what is free."""
    Collection.objects.select_for_update().get(depth=1)


@transaction.atomic
def admit(organization: Organization) -> Organization:
    """Publish it and give it a group of editors, a collection, and what receivers of `organization_admitted` add.

    Safe to call again, also by two at once: what is there stays as it is.
    """
    one_at_a_time()
    organization = Organization.objects.select_for_update().get(pk=organization.pk)
    if organization.editors is None:
        organization.editors = Group.objects.create(name=_free_name(Group, f"Редактори: {organization.name_bg}"))
    if organization.collection is None:
        name = _free_name(Collection, organization.name_bg)
        organization.collection = Collection.get_first_root_node().add_child(instance=Collection(name=name))
    organization.save(update_fields=["editors", "collection"])
    _let_in(organization.editors, organization)
    give_trainers(organization)
    if organization.first_published_at is None:
        publish_as_it_is(organization)
    organization_admitted.send(sender=Organization, organization=organization, group=organization.editors)
    return organization


def give_trainers(organization: Organization) -> Group:
    """The group of who keeps its courses: trainers, editors and managers. Safe to call again."""
    if organization.trainers is None:
        organization.trainers = Group.objects.create(name=_free_name(Group, f"Обучители: {organization.name_bg}"))
        organization.save(update_fields=["trainers"])
        _let_in(organization.trainers, organization)
        keep = Affiliation.objects.active().training().filter(organization=organization)
        organization.trainers.user_set.add(*keep.values_list("person", flat=True))
    return organization.trainers


def _let_in(group: Group, organization: Organization) -> None:
    """Into the admin, with the pictures and documents of the organisation."""
    group.permissions.add(permission("wagtailadmin", "access_admin"))
    rights = [
        GroupCollectionPermission(group=group, collection=organization.collection, permission=one)
        for one in Permission.objects.filter(**FILE_RIGHTS)
    ]
    GroupCollectionPermission.objects.bulk_create(rights, ignore_conflicts=True)


def _free_name(model, name: str) -> str:
    """Many читалища share a name; their groups and collections must never be one."""
    name = name[:140]
    taken = set(model.objects.filter(name__startswith=name).values_list("name", flat=True))
    number = 2
    free = name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free
