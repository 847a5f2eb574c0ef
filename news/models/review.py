from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState


class OrganizationReview(Task):
    """The step of an organisation that named a reviewer of its own; while it has none, the office decides.

    It asks the organisation each time, so that what is in review when the reviewer changes is held up by nobody.
    """

    organization = models.OneToOneField(
        "members.Organization", verbose_name=_("organisation"), null=True, on_delete=models.CASCADE,
        related_name="review",
    )  # fmt: skip

    class Meta:
        verbose_name = _("review by an organisation")
        verbose_name_plural = _("reviews by organisations")

    @property
    def reviewer(self):
        found = self.organization and self.organization.reviewer
        return found if found and found.is_active else None

    def is_decided_by(self, user) -> bool:
        return user == self.reviewer or user.has_perm("members.change_organization")

    def user_can_access_editor(self, obj, user):
        return self.is_decided_by(user)

    def locked_for_user(self, obj, user):
        return not self.is_decided_by(user)

    def user_can_lock(self, obj, user):
        return self.is_decided_by(user)

    def get_actions(self, obj, user):
        if not self.is_decided_by(user):
            return []
        return [
            ("reject", _("Request changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """What waits for somebody: for the office only what has no reviewer."""
        is_hers = user == self.reviewer or (self.reviewer is None and self.is_decided_by(user))
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS) if is_hers else TaskState.objects.none()

    @classmethod
    def get_description(cls):
        return _("The reviewer whom the organisation named, else the office")
