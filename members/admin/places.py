"""Who is what in which organisation, for the office; changed on the page of the organisation's people."""

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core.admin.registers import Choice, Register
from members.affiliations import OPEN, State
from members.enums import Role
from members.models import Affiliation
from members.permissions import is_office
from members.team.letters import team_path


class ByState(Choice):
    title, parameter_name = gettext_lazy("state"), "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, places):
        """Unless asked for, what is over is not shown."""
        return places.filter(state=self.value()) if self.value() else places.filter(state__in=OPEN)


class ByRole(Choice):
    title, parameter_name = gettext_lazy("role"), "role"

    def lookups(self, request, model_admin):
        return Role.choices

    def queryset(self, request, places):
        return places.filter(role=self.value()) if self.value() else places


class PlaceRegister(Register):
    model = Affiliation
    menu_icon = "group"
    menu_order = 6
    list_display = ["who", "organization", "role", "state", "since"]
    list_filter = [ByState, ByRole]
    list_select_related = ["person", "organization"]
    search_fields = ["person__display_name", "person__email", "organization__name_bg", "name", "email"]
    inspect_view_fields = [
        "who", "organization", "role", "state", "message", "reason", "asked_at", "sent_at", "since", "until", "by",
    ]  # fmt: skip
    list_export = ["who", "organization", "role", "state", "since", "until"]
    export_name = "hora-v-organizatsii"

    def who(self, place) -> str:
        return str(place.person or place.name or place.email)

    who.short_description = gettext_lazy("person")

    def get_queryset(self, request):
        return super().get_queryset(request).order_by(F("asked_at").desc(), "-pk")

    def links(self, item):
        return [(_("The people of %(name)s") % {"name": item.organization.name}, team_path(item.organization))]


modeladmin_register(PlaceRegister)


@hooks.register("register_office_news")
def people_who_ask(user):
    if not is_office(user):
        return []
    count = Affiliation.objects.filter(state=State.ASKED).count()
    words = ngettext("%(n)d person asks for access", "%(n)d people ask for access", count) % {"n": count}
    return [(count, words, "members_affiliation_modeladmin_index", f"?state={State.ASKED}")]
