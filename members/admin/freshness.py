"""„Вярно ли е още?“ in the admin: editors are asked on the first page, the office finds who has not answered."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters import BooleanFilter
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component

from members.freshness.actions import CONFIRMED
from members.freshness.rules import unconfirmed
from members.models import Organization


class StillRight(Component):
    """The profiles of this person's organisations that are to be looked through again."""

    template_name = "members/admin/still_right.html"
    order = 90

    def get_context_data(self, parent_context):
        own = Organization.objects.of_editor(parent_context["request"].user)
        return {"due": unconfirmed(own, timezone.localdate())}


class OrganizationFilterSet(WagtailFilterSet):
    unconfirmed = BooleanFilter(label=_("Not confirmed for half a year"), method="only_unconfirmed")

    class Meta:
        model = Organization
        fields = ["kind", "status", "verified"]

    def only_unconfirmed(self, organizations, name, value):
        due = unconfirmed(organizations, timezone.localdate())
        return due if value else organizations.exclude(pk__in=due.values("pk"))


@hooks.register("construct_homepage_panels", order=200)
def ask_on_the_first_page(request, panels):
    panels.append(StillRight())


@hooks.register("register_office_news")
def tell_the_office(user) -> list[tuple]:
    if not user.has_perm("members.change_organization"):
        return []
    count = unconfirmed(Organization.objects.all(), timezone.localdate()).count()
    words = ngettext(
        "%(n)d profile was not confirmed for half a year", "%(n)d profiles were not confirmed for half a year", count
    )
    return [(count, words % {"n": count}, "wagtailsnippets_members_organization:list", "?unconfirmed=true")]


@hooks.register("register_log_actions")
def name_the_confirmation(actions):
    actions.register_action(CONFIRMED, _("Confirm"), _("Said that the profile still holds"))
