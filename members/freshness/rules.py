"""When a profile has to be looked through again."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from members.enums import Membership
from members.models import Organization

HALF_A_YEAR = timedelta(days=182)
REMINDED_AFTER = timedelta(days=30)


def unconfirmed(organizations: QuerySet, day: date) -> QuerySet:
    """Published profiles that nobody has found right for half a year, of who belongs to the network today."""
    before = day - HALF_A_YEAR
    old = Q(confirmed_on__lte=before) | Q(confirmed_on=None, first_published_at__date__lte=before)
    return organizations.filter(old, live=True, status__in=[Membership.MEMBER, Membership.PARTNER])


def is_due(organization: Organization, day: date) -> bool:
    return unconfirmed(Organization.objects.filter(pk=organization.pk), day).exists()


def held_since(organization: Organization) -> date:
    """The day from which half a year is counted."""
    return organization.confirmed_on or organization.first_published_at.date()
