"""Who may do what with a partnership: who recorded it keeps it, who is named in it reads it and says yes or no."""

from members.models import Organization, Partner
from members.owned import OwnedPolicy


class PartnershipPolicy(OwnedPolicy):
    def user_has_permission_for_instance(self, user, action, record):
        if action == "view" and sides_of(user, record).exists():
            return True
        if action == "delete" and not self.is_office(user, action):
            # What another organisation has said yes to is not one's own any more.
            return not record.partners.filter(confirmed_at__isnull=False).exists() and self._keeps(user, record)
        return super().user_has_permission_for_instance(user, action, record)

    def instances_user_has_any_permission_for(self, user, actions):
        kept = super().instances_user_has_any_permission_for(user, actions)
        if "view" not in actions or any(self.is_office(user, action) for action in actions):
            return kept
        own = Organization.objects.of_editor(user).values("pk")
        named = Partner.objects.filter(organization__in=own).values("partnership")
        return self.model._default_manager.filter(pk__in=named) | kept

    def _keeps(self, user, record) -> bool:
        return self.owners(user, "delete").filter(pk=record.organization_id).exists()


def sides_of(user, partnership):
    """The sides of a partnership for which this person speaks."""
    return partnership.partners.filter(organization__in=Organization.objects.of_editor(user).values("pk"))
