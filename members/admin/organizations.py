"""Organisations in the admin; one that the office adds is let in at once, editors get straight to their own."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from core.admin.doors import everybody, open_to
from core.panels import both_languages
from members.admin.owned import OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem
from members.admission import admit
from members.enums import Membership
from members.models import Organization


class OrganizationViewSet(OwnedViewSet):
    model = Organization
    icon = "group"
    menu_order = 5
    editors_menu_order = 150
    list_display = ["name", "seat", "slug"]
    ordering = ["sort_key"]
    panels = [FieldPanel("kind"), both_languages("name", _("Name")), FieldPanel("slug")]

    def editors_menu_item(self):
        return EditorsMenuItem(self, _("My organisation"), reverse("my_organization"))


register_snippet(OrganizationViewSet)


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
    """Not while the form saves itself: the name, and with it the address, may be half typed."""
    if (
        isinstance(instance, Organization)
        and instance.editors_id is None
        and instance.status != Membership.APPLICANT
        and request.accepts("text/html")
        and request.user.has_perm("members.add_organization")
    ):
        admit(instance)
