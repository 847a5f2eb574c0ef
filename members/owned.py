"""Who may do what with a record that belongs to an organisation: the office everything, editors with their own.

A model says where its organisation stands: `owner_path = "organization"`, or `"pk"` when it is one itself.
"""

from django.db.models import Q
from wagtail.permissions import ModelPermissionPolicy

from members.models import Affiliation, Organization, User

ITSELF = "pk"
EDITORS, TRAINERS = "of_editor", "of_trainer"
KEPT_BY = {EDITORS: "editing", TRAINERS: "training"}


class OwnedPolicy(ModelPermissionPolicy):
    """The office has Django's rights on the model; editors see and change what their organisations own.

    What they publish by themselves, the organisation must be allowed to. What was published once is not theirs to
    delete, and no organisation is theirs to add or delete.
    """

    def user_has_permission(self, user, action):
        """On some record; views of one record ask about that one (members/admin/owned.py)."""
        return self.is_office(user, action) or self.owners(user, action).exists()

    def user_has_permission_for_instance(self, user, action, record):
        if self.is_office(user, action):
            return True
        if action == "delete" and getattr(record, "first_published_at", None):
            return False
        return self.owners(user, action).filter(pk=owner_key(record)).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        records = self.model._default_manager.all()
        if any(self.is_office(user, action) for action in actions):
            return records
        owners = Organization.objects.none()
        for action in actions:
            owners |= self.owners(user, action)
        return records.filter(**{f"{self.model.owner_path}__in": owners.values("pk")})

    def users_with_any_permission(self, actions):
        office = super().users_with_any_permission(actions)
        editors = getattr(Affiliation.objects.active(), KEPT_BY[self._keepers])().values("person")
        return User.objects.filter(pk__in=office.values("pk")) | User.objects.filter(pk__in=editors)

    @property
    def _keepers(self) -> str:
        """A model may say that trainers keep its records too: `kept_by = TRAINERS`."""
        return getattr(self.model, "kept_by", EDITORS)

    def is_office(self, user, action: str = "change") -> bool:
        return super().user_has_permission(user, action)

    def owners(self, user, action: str):
        """The organisations with whose records an editor may do something."""
        own = getattr(Organization.objects, self._keepers)(user)
        if action == "publish":
            return own.filter(may_publish=True)
        if action in ("view", "change") or (action in ("add", "delete") and self.model.owner_path != ITSELF):
            return own
        return own.none()


def is_owned(model) -> bool:
    return hasattr(model, "owner_path")


def owner_key(record) -> int | None:
    """Of the organisation to which a record belongs; None while it is being made."""
    *way, last = type(record).owner_path.split("__")
    for name in way:
        record = getattr(record, name)
    return record.pk if last == ITSELF else getattr(record, f"{last}_id")


def choosable_by(user, model):
    """Records that readers see, where a model has such a thing, and one's own."""
    records = model._default_manager
    published = records.visible_to(user) if hasattr(records, "visible_to") else records.none()
    own = OwnedPolicy(model).instances_user_has_any_permission_for(user, {"view", "change"})
    return records.filter(Q(pk__in=published.values("pk")) | Q(pk__in=own.values("pk")))
