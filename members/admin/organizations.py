"""Organisations in the admin; a member that the office publishes for the first time is let in, editors get straight
to their own."""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.content_warnings import show
from core.admin.doors import everybody, open_to
from core.admin.registers import OFFICE_MENU_HOOK
from core.admin.sheets import SafeSheet
from core.content_checks import findings_in
from core.findable import found_in
from members.admin.freshness import OrganizationFilterSet
from members.admin.organization_panels import edit_handler
from members.admin.owned import OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem
from members.admission import admit
from members.directory.queries import looked_for
from members.enums import Membership
from members.models import Organization, Theme


class OrganizationListView(SafeSheet, OwnedIndexView):
    """Looked for as readers do: in the index of the search, and by the places where they work."""

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        by_place = queryset.filter(looked_for(self.search_query)).values("pk")
        return queryset.filter(Q(pk__in=found_in(queryset, self.search_query).values("pk")) | Q(pk__in=by_place))


class OrganizationViewSet(OwnedViewSet):
    model = Organization
    icon = "group"
    menu_order = 5
    editors_menu_order = 150
    list_display = ["name", "kind", "seat", "status", "confirmed_on"]
    list_export = [
        *("name", "get_kind_display", "get_status_display", "eik", "seat", "territory", "phone", "email", "website"),
        *("member_since", "member_until", "verified", "confirmed_on"),
    ]
    export_headings = {"get_kind_display": _("Kind"), "get_status_display": _("Membership")}
    search_fields = ["name_bg"]  # that there is a box; what it finds: OrganizationListView
    index_view_class = OrganizationListView
    filterset_class = OrganizationFilterSet
    ordering = ["sort_key"]
    edit_handler = edit_handler

    def editors_menu_item(self):
        return EditorsMenuItem(self, _("My organisation"), reverse("my_organization"))


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 45
    list_display = ["title", "slug", "position"]


register_snippet(OrganizationViewSet)
register_snippet(ThemeViewSet)


def my_organization(request):
    """To the profile of the only one, else to the list to pick from."""
    own = list(Organization.objects.of_editor(request.user)[:2])
    if len(own) == 1:
        return redirect("wagtailsnippets_members_organization:edit", own[0].pk)
    return redirect("wagtailsnippets_members_organization:list")


open_to(everybody, "my_organization")


@hooks.register("register_admin_urls")
def urls():
    return [path("moyata-organizatsia/", my_organization, name="my_organization")]


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def let_it_in(request, instance):
    """A member gets its newsroom and its editors with its first publishing; a profile may also stand without them."""
    if not isinstance(instance, Organization) or not request.user.has_perm("members.add_organization"):
        return
    organization = Organization.objects.get(pk=instance.pk)
    is_first = organization.live and organization.first_published_at == organization.last_published_at
    if "action-publish" in request.POST and is_first and organization.status == Membership.MEMBER:
        admit(organization)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn(request, instance):
    if isinstance(instance, Organization):
        found = findings_in(
            titles=[instance.name_bg, instance.name_en or ""],
            texts=[instance.description_bg or "", instance.description_en or ""],
            pictures=[instance.logo, instance.cover],
        )
        show(request, found)
