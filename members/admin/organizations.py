"""Organisations in the admin; a member that the office adds and publishes is let in at once."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.content_warnings import show
from core.admin.registers import OFFICE_MENU_HOOK
from core.content_checks import findings_in
from members.admin.office_decisions import decide
from members.admin.organization_panels import OFFICE, edit_handler
from members.admission import admit
from members.enums import Membership
from members.models import Organization, Theme


class OrganizationViewSet(SnippetViewSet):
    model = Organization
    icon = "group"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 5
    list_display = ["name", "kind", "seat", "status"]
    list_filter = ["kind", "status", "verified"]
    ordering = ["sort_key"]
    edit_handler = edit_handler


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 45
    list_display = ["title", "slug", "position"]


register_snippet(OrganizationViewSet)
register_snippet(ThemeViewSet)


@hooks.register("after_create_snippet")
def let_it_in(request, instance):
    if not isinstance(instance, Organization):
        return
    if "action-publish" in request.POST and instance.status == Membership.MEMBER:
        admit(instance)
    warn(request, instance)


@hooks.register("after_edit_snippet")
def take_decisions(request, instance):
    """Not while the editor saves by itself: a word in the address that is half typed must not hold."""
    if not isinstance(instance, Organization) or not request.accepts("text/html"):
        return
    if request.user.has_perm(OFFICE):
        decide(instance)
    warn(request, instance)


def warn(request, organization: Organization) -> None:
    show(
        request,
        findings_in(
            titles=[organization.name_bg, organization.name_en or ""],
            texts=[organization.description_bg or "", organization.description_en or ""],
            pictures=[organization.logo, organization.cover],
        ),
    )
