"""A profile is closed for good: the person is gone from it, what was written stays as by „Изтрит потребител“."""

import hmac
from collections.abc import Callable
from hashlib import sha256
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, Page, PageSubscription
from wagtail.users.models import UserProfile

from core import mail
from core.models import ContactMessage, OutgoingMail
from members.affiliations import OPEN, State, leave, lock
from members.enums import Role
from members.models import Affiliation, Application, OfferMessage, Organization, User
from members.permissions import others_administer
from members.signals import person_erased
from members.team.actions import is_last_manager

DELETED_USER = "Изтрит потребител"  # in the log, whoever reads it
NOWHERE = "erased.invalid"  # a domain that can never exist


def organizations_without(person: User) -> list[Organization]:
    """Where nobody would be left to decide about the people. Locks them: two managers must not vanish together."""
    places = Affiliation.objects.active().filter(person=person, role=Role.MANAGER).select_related("organization")
    for place in places.order_by("organization"):
        lock(place.organization)
    return [place.organization for place in places if is_last_manager(place)]


def is_last_administrator(person: User) -> bool:
    return person.is_superuser and person.is_active and not others_administer(besides=[person])


@transaction.atomic
def erase(person: User, because: Callable[[], str] | None = None) -> None:
    """Safe to call again. Whether it may be is asked before: `organizations_without`, `is_last_administrator`."""
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return
    addresses = list(EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True))
    for place in Affiliation.objects.filter(person=person, state__in=OPEN):
        leave(place)
    _forget_ways_in(person)
    _forget_addresses(addresses)
    _forget_traces(person)
    person_erased.send(sender=User, person=person, addresses=addresses)
    if person.email in addresses:
        _say_goodbye(person, because)
    _empty(person)


def proof_of(email: str) -> str:
    """In place of an address: whoever names the address can be told from others, the address cannot be read."""
    digest = hmac.new(settings.SECRET_KEY.encode(), email.encode(), sha256).hexdigest()
    return f"{digest[:40]}@{NOWHERE}"


def _empty(person: User) -> None:
    """The row stays, so that pages, versions and the log keep saying that somebody did it."""
    person.email = f"{uuid4()}@{NOWHERE}"
    person.display_name = person.letter_language = ""
    person.is_active = person.is_superuser = False
    person.erased_at, person.warned_at, person.last_login = timezone.now(), None, None
    person.set_unusable_password()
    person.save()


def _forget_ways_in(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()
    person.authenticator_set.all().delete()
    person.emailaddress_set.all().delete()
    person.groups.clear()
    person.user_permissions.clear()


def _forget_addresses(addresses: list[str]) -> None:
    """What was sent from or to the person: the words stay with whom they were written to, the name goes."""
    own = Q(email__in=addresses)
    for model in (ContactMessage, OfferMessage):
        model.objects.filter(own).update(name=DELETED_USER, email="")
    Application.objects.filter(own).exclude(state__in=["new", "talking"]).update(email="")
    Affiliation.objects.filter(own, state=State.INVITED).update(state=State.ENDED, until=timezone.localdate())
    Affiliation.objects.filter(own).update(email="", name="")
    for address in addresses:
        OutgoingMail.objects.filter(to=[address]).delete()


def _forget_traces(person: User) -> None:
    for consent in person.consents.exclude(email=""):
        consent.email = proof_of(consent.email)
        consent.save(update_fields=["email"])
    person.affiliations.update(message="", name="", email="")
    person.data_copies.all().delete()
    UserProfile.objects.filter(user=person).delete()
    PageSubscription.objects.filter(user=person).delete()
    Page.objects.filter(locked_by=person).update(locked=False, locked_by=None, locked_at=None)
    Organization.objects.filter(reviewer=person).update(reviewer=None)
    of_people = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=of_people, object_id=str(person.pk)).update(label=DELETED_USER, data={})


def _say_goodbye(person: User, because: Callable[[], str] | None) -> None:
    code = person.language_of_letters
    with translation.override(code):
        context = {
            "subject": _("Your profile is deleted"),
            "lines": [
                *([because()] if because else []),
                _("Your name, address and ways to log in are gone from the portal."),
                _("What you published stays with the organisations, as by “Deleted user”."),
            ],
            "button": _("The portal"),
            "link": settings.BASE_URL,
            "why": _("This is the last letter to this address. Was it not you? Write to the network's office at once."),
        }
        mail.post(f"erased:{person.pk}", [person.email], "note", context, code)
