"""Who looks at the news of an organisation before they are published: the office, its own reviewer, or nobody."""

from wagtail.admin.mail import BaseGroupApprovalTaskStateEmailNotifier
from wagtail.models import GroupPagePermission, TaskState, Workflow, WorkflowPage, WorkflowTask
from wagtail.signals import task_submitted

from members.admission import permission
from members.models import Organization
from members.permissions import who_may
from news.models import OrganizationReview

NAME = "Преглед: {}"


def keep_in_step(organization: Organization) -> None:
    """Its newsrooms follow what the office decided. Safe to call again."""
    rooms = list(organization.newsrooms.all())
    if organization.reviewer_id:
        workflow = _own_workflow(organization)
        for room in rooms:
            WorkflowPage.objects.update_or_create(page_id=room.pk, defaults={"workflow": workflow})
    else:
        own = Workflow.objects.filter(
            workflow_tasks__task__in=OrganizationReview.objects.filter(organization=organization)
        )
        WorkflowPage.objects.filter(workflow__in=own).delete()
    if organization.editors_id:
        _let_publish(organization, rooms)


def _own_workflow(organization: Organization) -> Workflow:
    """One of its own, whose only step asks the organisation who decides."""
    name = NAME.format(organization.name_bg)
    step, _new = OrganizationReview.objects.get_or_create(organization=organization, defaults={"name": name})
    found = Workflow.objects.filter(workflow_tasks__task=step).first()
    if found is None:
        found = Workflow.objects.create(name=name)
        WorkflowTask.objects.create(workflow=found, task=step, sort_order=0)
    if name not in (step.name, found.name):
        OrganizationReview.objects.filter(pk=step.pk).update(name=name)
        Workflow.objects.filter(pk=found.pk).update(name=name)
    return found


def _let_publish(organization: Organization, rooms: list) -> None:
    publish = permission("wagtailcore", "publish_page")
    for room in rooms:
        right = {"group_id": organization.editors_id, "page": room, "permission": publish}
        if organization.may_publish:
            GroupPagePermission.objects.get_or_create(**right)
        else:
            GroupPagePermission.objects.filter(**right).delete()


class TellReviewer(BaseGroupApprovalTaskStateEmailNotifier):
    """The letter about what waits for review, to the organisation's reviewer."""

    notification = "submitted"

    def can_handle(self, instance, **kwargs):
        return isinstance(instance, TaskState) and isinstance(instance.task.specific, OrganizationReview)

    def get_recipient_users(self, task_state, user=None, **kwargs):
        reviewer = task_state.task.specific.reviewer
        who = [reviewer] if reviewer else who_may("members", "change_organization").filter(is_superuser=False)
        return {person for person in who if person != user}


tell_reviewer = TellReviewer()
task_submitted.connect(tell_reviewer, sender=TaskState, dispatch_uid="tell the organisation's reviewer")
