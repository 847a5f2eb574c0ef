"""To whom a letter to an organisation goes."""

from core.models import ContactRole
from members.enums import Role
from members.managers import EDITING
from members.models import Affiliation, Organization, User


def of_organization(organization: Organization) -> list[str]:
    """Its own address, else those of its managers, else of its editors, else of the network's office."""
    if organization.email:
        return [organization.email]
    for roles in ([Role.MANAGER], EDITING):
        if people := list(_people(organization, roles)):
            return [person.email for person in people]
    return list(ContactRole.objects.values_list("email", flat=True)[:1])


def editors_of(organization: Organization) -> list[User]:
    """Who may change what belongs to it; each is written to in the own language."""
    return list(_people(organization, EDITING))


def _people(organization: Organization, roles):
    places = Affiliation.objects.active().filter(organization=organization, role__in=roles)
    return User.objects.filter(pk__in=places.values("person"), is_active=True).order_by("pk")
