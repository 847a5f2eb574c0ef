"""The people of one's own organisations, from the admin: a way there, and who waits for an answer."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from core.admin.doors import everybody, open_to
from members.affiliations import State
from members.models import Affiliation, Organization


class RequestsForAccess(Component):
    template_name = "members/admin/requests_for_access.html"
    order = 80

    def get_context_data(self, parent_context):
        own = Organization.objects.of_manager(parent_context["request"].user)
        asked = Affiliation.objects.filter(state=State.ASKED, organization__in=own.values("pk"))
        return {"asked": asked.select_related("organization", "person").order_by("asked_at")}


def my_team(request):
    """To the people of the only organisation; who manages several finds them on the own page."""
    own = list(Organization.objects.of_manager(request.user)[:2])
    return redirect("members:team", own[0].slug) if len(own) == 1 else redirect("members:profile")


open_to(everybody, "my_team")


@hooks.register("register_admin_urls")
def urls():
    return [path("moyat-ekip/", my_team, name="my_team")]


class TeamMenuItem(MenuItem):
    def is_shown(self, request):
        return Organization.objects.of_manager(request.user).exists()


@hooks.register("register_admin_menu_item")
def team_menu_item():
    return TeamMenuItem(_("Team and rights"), reverse("my_team"), name="own-team", icon_name="user", order=155)


@hooks.register("construct_homepage_panels")
def panels(request, panels):
    panels.append(RequestsForAccess())
