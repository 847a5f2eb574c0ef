"""Who may do what with an offer to host: editors of a local action group with their own until it is decided, the office
with all of them."""

from members.enums import Kind, Membership
from members.models import Organization
from members.owned import OwnedPolicy

LAGS = (Kind.LAG, Kind.FLAG)


def groups():
    """The local action groups whose territories a tour may visit."""
    return Organization.objects.visible_to().filter(kind__in=LAGS, status=Membership.MEMBER)


class TourOfferPolicy(OwnedPolicy):
    """What was offered is withdrawn, not deleted; what was decided stays as it was decided."""

    def owners(self, user, action):
        if action == "delete":
            return Organization.objects.none()
        own = super().owners(user, action)
        return own.filter(pk__in=groups().order_by().values("pk")) if action == "add" else own

    def user_has_permission_for_instance(self, user, action, record):
        if action == "change" and not record.is_waiting:
            return False
        return super().user_has_permission_for_instance(user, action, record)
