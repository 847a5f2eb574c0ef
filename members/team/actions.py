"""What managers and the office decide about the people of an organisation; each person is told by letter."""

from django.db import transaction

from members.affiliations import State, change_role, join, leave, lock
from members.enums import Role
from members.models import Affiliation, User
from members.permissions import is_office
from members.team import letters


class LastManager(Exception):
    """Nobody would be left to decide about the people of the organisation."""


@transaction.atomic
def remove(place: Affiliation, by: User) -> None:
    """Ends the rights at once; a second click finds nothing to do."""
    place = _now(place)
    if place.state != State.ACTIVE:
        return
    _keep_a_manager(place, by)
    leave(place)
    if place.person != by:
        letters.tell_of_leaving(place)


@transaction.atomic
def set_role(place: Affiliation, role: str, by: User) -> None:
    place = _now(place)
    if place.state != State.ACTIVE or place.role == role:
        return
    if role != Role.MANAGER:
        _keep_a_manager(place, by)
    change_role(place, role)
    if place.person != by:
        letters.tell_of_role(place)


@transaction.atomic
def grant(place: Affiliation, role: str, by: User) -> None:
    place = _now(place)
    if place.state == State.ASKED:
        letters.tell_of_decision(join(place.person, place.organization, role, by))


@transaction.atomic
def refuse(place: Affiliation, reason: str, by: User) -> None:
    place = _now(place)
    if place.state == State.ASKED:
        place.state, place.reason, place.by = State.DECLINED, reason[:1000], by
        place.save(update_fields=["state", "reason", "by"])
        letters.tell_of_decision(place)


def is_last_manager(place: Affiliation) -> bool:
    managers = Affiliation.objects.active().filter(organization=place.organization_id, role=Role.MANAGER)
    return place.role == Role.MANAGER and not managers.exclude(pk=place.pk).exists()


def may_go(place: Affiliation, by: User) -> bool:
    """The office may leave an organisation without a manager: it decides then itself."""
    return is_office(by) or not is_last_manager(place)


def _keep_a_manager(place: Affiliation, by: User) -> None:
    if not may_go(place, by):
        raise LastManager


def _now(place: Affiliation) -> Affiliation:
    """As it stands when nobody else changes it."""
    lock(place.organization)
    return Affiliation.objects.select_related("organization", "person").get(pk=place.pk)
