"""Asks the editors whether their profile still holds, and keeps their yes."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from wagtail.log_actions import log

from core import mail
from core.models import OutgoingMail
from members.freshness.rules import HALF_A_YEAR, REMINDED_AFTER, held_since, unconfirmed
from members.managers import EDITING
from members.models import Affiliation, Organization

CONFIRMED = "members.confirm"


def ask(day: date) -> int:
    """Write to every editor of a profile that is due, and once more a month later; nobody twice about the same.

    Safe to run twice, also by two at once: a letter has a key. Returns how many letters were written.
    """
    due = unconfirmed(Organization.objects.all(), day)
    places = (
        Affiliation.objects.active(day)
        .filter(organization__in=due, role__in=EDITING)
        .select_related("organization", "person")
        .order_by("organization", "person")
    )
    wanted = {_key(place, day): place for place in places}
    written = set(OutgoingMail.objects.filter(key__in=wanted).values_list("key", flat=True))
    for key, place in wanted.items():
        if key not in written:
            _write(key, place)
    return len(wanted.keys() - written)


@transaction.atomic
def confirm(organization: Organization, person, day: date) -> None:
    """The profile holds as it is; a second press of the button changes nothing."""
    changed = Organization.objects.filter(pk=organization.pk).exclude(confirmed_on=day).update(confirmed_on=day)
    if changed:
        log(instance=organization, action=CONFIRMED, user=person)


def _key(place: Affiliation, day: date) -> str:
    since = held_since(place.organization)
    turn = 2 if day - since >= HALF_A_YEAR + REMINDED_AFTER else 1
    return f"still-right:{place.organization_id}:{place.person_id}:{since}:{turn}"


def _write(key: str, place: Affiliation) -> None:
    language = place.person.language_of_letters
    with translation.override(language):
        link = settings.BASE_URL + reverse("freshness:still-right", args=[place.organization.slug])
    context = {"organization": place.organization, "link": link, "since": held_since(place.organization)}
    mail.post(key, [place.person.email], "still_right", context, language)
