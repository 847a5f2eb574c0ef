"""The first page of the admin: what waits for this person, and only what she may do."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel, UserObjectsInWorkflowModerationPanel
from wagtail.models import Page, WorkflowState
from wagtail.permissions import page_permission_policy

from core.admin.first_steps import FirstSteps
from core.models import BasePage, ContactMessage, OutgoingMail

DRAFTS = 10
OFFICE_ONLY_REPORTS = {"site-history", "aging-pages"}
NOT_OURS = (RecentEditsPanel, LockedPagesPanel, UserObjectsInWorkflowModerationPanel)
NOBODYS_REPORTS = {"workflow-tasks", "page-types-usage"}


class MyDrafts(Component):
    """What I began or changed and neither sent nor published, the last first; the bin left out."""

    template_name = "core/admin/my_drafts.html"
    order = 230

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        mine = Q(latest_revision__user=user) | Q(owner=user, live=False)
        # Keys of texts stand in reviews as words; Wagtail's own way to look them up knows only its plain `Page`.
        sent = WorkflowState.objects.filter(
            status=WorkflowState.STATUS_IN_PROGRESS,
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=Cast(OuterRef("pk"), CharField(max_length=255)),
        )
        # Where I no longer write (I left the organisation) even the titles are no longer my business.
        writable = page_permission_policy.instances_user_has_any_permission_for(user, ["add", "change"])
        drafts = BasePage.objects.not_deleted().filter(
            mine, ~Exists(sent), has_unpublished_changes=True, pk__in=writable.values("pk")
        )
        latest = drafts.select_related("locale").order_by("-latest_revision_created_at").specific(defer=True)
        return {"drafts": latest[:DRAFTS]}


class MyReviews(UserObjectsInWorkflowModerationPanel):
    """What I sent for review, as long as it is still mine."""

    def get_context_data(self, parent_context):
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        mine = [state for state in context["workflow_states"] if _may_change(user, state.content_object)]
        return context | {"workflow_states": mine}


class OfficeNews(Component):
    """How many messages wait for an answer, how many letters did not go; other apps add lines of their own."""

    template_name = "core/admin/office_news.html"
    order = 100

    def get_context_data(self, parent_context):
        user, lines = parent_context["request"].user, []
        if user.has_perm("core.view_contactmessage"):
            count = ContactMessage.objects.filter(answered_at=None).count()
            words = ngettext("%(n)d message waits for an answer", "%(n)d messages wait for an answer", count)
            lines.append((count, words % {"n": count}, "core_contactmessage_modeladmin_index", "?answered=no"))
        if user.has_perm("core.view_outgoingmail"):
            count = OutgoingMail.objects.filter(sent_at=None).count()
            words = ngettext("%(n)d letter is not sent yet", "%(n)d letters are not sent yet", count)
            lines.append((count, words % {"n": count}, "core_outgoingmail_modeladmin_index", "?state=waiting"))
        for more in hooks.get_hooks("register_office_news"):
            lines += more(user)
        return {"lines": [(words, reverse(name) + query) for count, words, name, query in lines if count]}


@hooks.register("construct_homepage_panels")
def panels(request, panels):
    panels[:] = [panel for panel in panels if not isinstance(panel, NOT_OURS)]
    panels += [OfficeNews(), MyReviews(), MyDrafts(), FirstSteps()]


def _may_change(user, thing) -> bool:
    if isinstance(thing, Page):
        return thing.specific_deferred.permissions_for_user(user).can_edit()
    return thing.snippet_viewset.permission_policy.user_has_permission_for_instance(user, "change", thing)


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request, items):
    items.clear()


@hooks.register("construct_reports_menu")
def reports(request, items):
    if request.user.is_superuser:
        return
    office = request.user.has_perm("core.view_contactmessage")
    hidden = NOBODYS_REPORTS if office else NOBODYS_REPORTS | OFFICE_ONLY_REPORTS
    items[:] = [item for item in items if item.name not in hidden and (office or item.name != "without_funding")]


@hooks.register("construct_help_menu")
def help_in_bulgarian(request, items):
    """Wagtail's own help is in English and about things that this portal does differently."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]
