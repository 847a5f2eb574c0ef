"""The words in which organisations and what belongs to them are asked for."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from members.enums import Membership, Role


class OrganizationQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        """Published organisations; applicants are nobody's business. The same for every reader."""
        return self.filter(live=True).exclude(status=Membership.APPLICANT)

    def of_editor(self, user):
        """Where this person may edit just now."""
        return self.filter(pk__in=_affiliations(user).editing().values("organization"))

    def of_manager(self, user):
        """Whose people this person may invite and remove just now."""
        return self.filter(pk__in=_affiliations(user).filter(role=Role.MANAGER).values("organization"))

    def of_person(self, user):
        return self.filter(pk__in=_affiliations(user).values("organization"))


EDITING = (Role.EDITOR, Role.MANAGER)


class AffiliationQuerySet(models.QuerySet):
    def active(self, day=None):
        """Accepted, begun and not ended."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gt=day), state="active", since__lte=day, person__is_active=True)

    def editing(self):
        return self.filter(role__in=EDITING)

    def of(self, user):
        return self.filter(person=user.pk) if user.is_authenticated else self.none()


def _affiliations(user):
    from members.models import Affiliation

    return Affiliation.objects.of(user).active()
