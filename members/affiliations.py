"""People in organisations: who joins, who leaves, and that the group of editors follows."""

from django.db import transaction
from django.utils import timezone

from members.enums import Role
from members.models import Affiliation, Organization, User


@transaction.atomic
def join(person: User, organization: Organization, role: str = Role.EDITOR, by: User | None = None) -> Affiliation:
    """Make a person an active member of an organisation at once; a second call changes the role."""
    place, _new = Affiliation.objects.update_or_create(
        person=person,
        organization=organization,
        state__in=[Affiliation.State.INVITED, Affiliation.State.ASKED, Affiliation.State.ACTIVE],
        defaults={"role": role, "state": Affiliation.State.ACTIVE, "by": by, "since": timezone.localdate()},
    )
    keep_in_step(organization, person)
    return place


@transaction.atomic
def leave(place: Affiliation) -> None:
    """From this moment on without rights; what the person wrote stays with the organisation."""
    place.state, place.until = Affiliation.State.ENDED, timezone.localdate()
    place.save(update_fields=["state", "until"])
    keep_in_step(place.organization, place.person)


def keep_in_step(organization: Organization, person: User) -> None:
    """The group of editors holds exactly the active editors and managers."""
    if organization.editors_id is None:
        return
    edits = Organization.objects.of_editor(person).filter(pk=organization.pk).exists()
    (person.groups.add if edits else person.groups.remove)(organization.editors_id)
