from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from members.models import Organization, User

LAST_ADMINISTRATOR = _("This is the last administrator. Give somebody else this right first.")


def others_administer(besides) -> bool:
    """Whether an administrator who may log in is left besides these people.

    Locks the administrators until the end of the transaction: two who take each other's rights away at the same
    moment must not both succeed.
    """
    administrators = User.objects.select_for_update().filter(is_superuser=True, is_active=True)
    gone = {person.pk for person in besides}
    return any(person.pk not in gone for person in administrators)


def who_may(app: str, codename: str) -> QuerySet[User]:
    """Active people with a right, by themselves, through a group, or as administrators."""
    of_right = {"content_type__app_label": app, "codename": codename}
    own = {f"user_permissions__{name}": value for name, value in of_right.items()}
    of_group = {f"groups__permissions__{name}": value for name, value in of_right.items()}
    return User.objects.filter(Q(is_superuser=True) | Q(**own) | Q(**of_group), is_active=True).distinct()


def is_office(user) -> bool:
    """Whether this person keeps the people of every organisation."""
    return user.is_active and user.has_perm("members.change_affiliation")


def may_manage_people(user, organization) -> bool:
    """Managers the people of their own organisation, the office those of every one."""
    return is_office(user) or Organization.objects.of_manager(user).filter(pk=organization.pk).exists()
