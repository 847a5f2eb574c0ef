"""Invitations into an organisation: bound to an address, good for fourteen days, used once."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import transaction
from django.utils import timezone

from core import language
from members import consents
from members.actions import claim_person
from members.affiliations import State, join, keep_in_step, lock, managers_of
from members.models import Affiliation, Organization, User
from members.models.user import normal_email
from members.team import letters

SECOND_CLICK = timedelta(minutes=1)


class AlreadyInside(Exception):
    """The address belongs to somebody who is in the organisation."""


class NotOpen(Exception):
    """The invitation was used, taken back, declined or ran out in the meantime."""


@transaction.atomic
def invite(organization: Organization, email: str, role: str, *, name: str = "", by: User | None = None) -> Affiliation:
    """Write to somebody; a second invitation of an address is the first one with the new role, sent no second time.

    The letter is in the language of whoever invites, unless the person is known to want the other.
    """
    email = normal_email(email)
    lock(organization)
    known = person_of(email)
    if known and Affiliation.objects.active().filter(organization=organization, person=known).exists():
        raise AlreadyInside
    invitation, is_new = Affiliation.objects.update_or_create(
        organization=organization,
        email=email,
        state=State.INVITED,
        defaults={"role": role, "name": name[:80], "by": by},
    )
    if is_new or invitation.is_expired:
        invitation.language = known.language_of_letters if known else language.active()
        _send(invitation)
    return invitation


@transaction.atomic
def send_again(invitation: Affiliation) -> None:
    lock(invitation.organization)
    invitation = _open(invitation, even_expired=True)
    if invitation.sent_at is None or timezone.now() - invitation.sent_at > SECOND_CLICK:
        _send(invitation)


@transaction.atomic
def withdraw(invitation: Affiliation) -> None:
    """The link in the letter stops working; a second click changes nothing."""
    lock(invitation.organization)
    Affiliation.objects.filter(pk=invitation.pk, state=State.INVITED).update(
        state=State.ENDED, until=timezone.localdate()
    )


@transaction.atomic
def decline(invitation: Affiliation) -> None:
    lock(invitation.organization)
    Affiliation.objects.filter(pk=invitation.pk, state=State.INVITED).update(state=State.DECLINED)


@transaction.atomic
def accept(invitation: Affiliation, person: User) -> Affiliation:
    """Rights begin now. Raises NotOpen for whoever comes second."""
    lock(invitation.organization)
    invitation = _open(invitation)
    if not (person.is_active and owns(person, invitation.email)):
        raise NotOpen
    other = Affiliation.objects.filter(
        organization=invitation.organization, person=person, state__in=[State.ASKED, State.ACTIVE]
    ).first()
    if other:  # let in another way meanwhile: there is one place only, with the role of the invitation
        invitation.state = State.ENDED
        invitation.until = timezone.localdate()
        invitation.save(update_fields=["state", "until"])
        return join(person, invitation.organization, invitation.role, invitation.by)
    invitation.person, invitation.state, invitation.since = person, State.ACTIVE, timezone.localdate()
    invitation.save(update_fields=["person", "state", "since"])
    keep_in_step(invitation.organization, person)
    return invitation


@transaction.atomic
def accept_as_newcomer(invitation: Affiliation, display_name: str, password: str | None) -> Affiliation:
    """The link in the letter shows whose the address is: the profile is made with it and is in at once."""
    lock(invitation.organization)
    invitation = _open(invitation)
    person = claim_person(invitation.email, display_name, language.active(), password)
    for kind in consents.FOR_A_PROFILE:
        consents.record(kind, person=person)
    return accept(invitation, person)


def find(token: str) -> Affiliation | None:
    """The invitation whose link was opened; None for a link that the portal never wrote."""
    try:
        pk, email = letters.LINKS.unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Affiliation.objects.select_related("organization", "person", "by").filter(pk=pk, email=email).first()


def waiting_for(person: User):
    """Invitations that this person can accept."""
    addresses = EmailAddress.objects.filter(user=person, verified=True).values("email")
    invitations = Affiliation.objects.filter(state=State.INVITED, email__in=addresses).exclude(email="")
    return [one for one in invitations.select_related("organization") if not one.is_expired]


def person_of(email: str) -> User | None:
    """Whose confirmed address it is."""
    known = EmailAddress.objects.filter(email=email, verified=True).select_related("user").first()
    return known and known.user


def owns(person: User, email: str) -> bool:
    return EmailAddress.objects.filter(user=person, email=email, verified=True).exists()


def ask_again(invitation: Affiliation) -> None:
    """Whoever comes too late asks the managers for a new letter."""
    if invitation.is_expired:
        letters.ask_for_new_invitation(invitation, managers_of(invitation.organization))


def _send(invitation: Affiliation) -> None:
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sent_at", "language"])
    letters.send_invitation(invitation)


def _open(invitation: Affiliation, even_expired: bool = False) -> Affiliation:
    """As it stands now that nobody else changes it."""
    current = Affiliation.objects.select_related("organization", "by").get(pk=invitation.pk)
    if current.state != State.INVITED or (current.is_expired and not even_expired):
        raise NotOpen
    return current
