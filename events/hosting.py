"""Who runs an event: editors of its host and the network's office. Nobody else learns who comes."""

from events.models import Event
from members.owned import OwnedPolicy


def may_run(user, event: Event) -> bool:
    return user.is_authenticated and OwnedPolicy(Event).user_has_permission_for_instance(user, "change", event)
