"""People in organisations: who joins, asks, leaves, and that the group of editors follows.

Every verb locks the organisation first: two who change its people at the same moment take turns.
"""

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from members.admission import give_trainers
from members.enums import Role
from members.managers import EDITING
from members.models import Affiliation, Organization, User
from members.signals import organization_left
from members.team import letters

State = Affiliation.State
OPEN = (State.INVITED, State.ASKED, State.ACTIVE)


def lock(organization: Organization) -> Organization:
    """Until the end of the transaction nobody else changes who is in it."""
    return Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)


@transaction.atomic
def join(person: User, organization: Organization, role: str = Role.EDITOR, by: User | None = None) -> Affiliation:
    """Make a person an active member of an organisation at once; a second call changes the role."""
    lock(organization)
    values = {"role": role, "state": State.ACTIVE, "by": by, "since": timezone.localdate(), "until": None}
    place = Affiliation.objects.filter(person=person, organization=organization, state__in=OPEN).first()
    if place is None:
        place = Affiliation.objects.create(person=person, organization=organization, **values)
    else:
        if place.state == State.ACTIVE:
            del values["since"]
        _change(place, **values)
    keep_in_step(organization, person)
    return place


@transaction.atomic
def leave(place: Affiliation) -> None:
    """From this moment on without rights; what the person wrote stays with the organisation."""
    lock(place.organization)
    _change(place, state=State.ENDED, until=timezone.localdate())
    keep_in_step(place.organization, place.person)
    _let_go(place)


@transaction.atomic
def change_role(place: Affiliation, role: str) -> None:
    lock(place.organization)
    _change(place, role=role)
    keep_in_step(place.organization, place.person)
    if role not in EDITING:
        _let_go(place)


@transaction.atomic
def ask(person: User, organization: Organization, message: str = "") -> Affiliation:
    """A person asks to be let into an organisation; its managers and the office decide. A second click finds the first.

    Refuses who has not confirmed an address: nobody speaks for somebody else.
    """
    if not (person.is_active and EmailAddress.objects.filter(user=person, verified=True).exists()):
        raise PermissionDenied
    lock(organization)
    place = Affiliation.objects.filter(person=person, organization=organization, state__in=OPEN).first()
    if place is None:
        place = Affiliation.objects.create(
            person=person, organization=organization, state=State.ASKED, message=message[:1000]
        )
        letters.tell_of_request(place, managers_of(organization))
    return place


def managers_of(organization: Organization):
    """Who may decide about its people just now."""
    places = Affiliation.objects.active().filter(organization=organization, role=Role.MANAGER)
    return User.objects.filter(pk__in=places.values("person")).order_by("pk")


def keep_in_step(organization: Organization, person: User) -> None:
    """The group of editors holds exactly the active editors and managers, that of trainers the trainers as well."""
    if organization.editors_id is None:
        return
    itself = Organization.objects.filter(pk=organization.pk)
    trainers = give_trainers(itself.get())
    for group, who in ((organization.editors_id, itself.of_editor(person)), (trainers.pk, itself.of_trainer(person))):
        (person.groups.add if who.exists() else person.groups.remove)(group)


def _let_go(place: Affiliation) -> None:
    """Whoever edits no more reviews no more either, and holds up nobody with a lock."""
    itself, person = Organization.objects.filter(pk=place.organization_id), place.person
    itself.filter(reviewer=person).update(reviewer=None)
    itself.filter(locked_by=person).update(locked=False, locked_by=None, locked_at=None)
    organization_left.send(sender=Affiliation, organization=place.organization, person=person)


def _change(place: Affiliation, **values) -> None:
    for name, value in values.items():
        setattr(place, name, value)
    place.save(update_fields=list(values))
