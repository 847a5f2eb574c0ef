"""Events in the admin: editors see, write and change those of their own organisations."""

from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button, HeaderButton
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CopyView

from core.admin.sheets import SafeSheet
from core.dates import day_time
from events.admin.day import day_paths
from events.admin.desk import DatesView, EventDeskView, StateView
from events.admin.event_panels import edit_handler
from events.admin.part_checks import overbooked
from events.copying import begun_from
from events.enums import State
from events.models import Event
from events.without_report import without_report
from members.admin.owned import OwnedCreateView, OwnedEditView, OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem


class EventFilterSet(WagtailFilterSet):
    without_report = BooleanFilter(label=_("Without a report"), method="only_without_report")

    class Meta:
        model = Event
        fields = ["kind", "state"]

    def only_without_report(self, events, name, value):
        due = without_report(timezone.now())
        return events.filter(pk__in=due.values("pk")) if value else events.exclude(pk__in=due.values("pk"))


class EventListView(SafeSheet, OwnedIndexView):
    def get_list_more_buttons(self, instance):
        desk = Button(_("How it stands"), url=reverse(self.inspect_url_name, args=[instance.pk]), icon_name="calendar")
        return [*super().get_list_more_buttons(instance), desk]


class EventEditView(OwnedEditView):
    @property
    def header_buttons(self):
        desk = reverse(self.inspect_url_name, args=[self.object.pk])
        return [*super().header_buttons, HeaderButton(_("How it stands"), url=desk, icon_name="calendar")]

    def save_instance(self):
        """Says it when there are fewer seats now than people who have one."""
        instance = super().save_instance()
        for sentence in overbooked(instance) if not self.expects_json_response else []:
            messages.warning(self.request, sentence)
        return instance


class StartFromView(CopyView, OwnedCreateView):
    """„Започни от това“: a new event with what an earlier one had, on the same weekday ahead."""

    def get_initial_form_instance(self):
        return begun_from(self.get_object().get_latest_revision_as_object())


class EventViewSet(OwnedViewSet):
    model = Event
    icon = "calendar"
    menu_order = 7
    editors_menu_order = 155
    copy_view_enabled = True
    inspect_view_enabled = True
    index_view_class = EventListView
    edit_view_class = EventEditView
    copy_view_class = StartFromView
    inspect_view_class = EventDeskView
    inspect_template_name = "events/admin/desk.html"
    list_display = [
        "title",
        "organization",
        Column("starts_at", label=_("Begins"), accessor=lambda event: day_time(event.starts_at), sort_key="starts_at"),
        Column("state", label=_("State"), accessor="get_state_display"),
    ]
    filterset_class = EventFilterSet
    list_export = ["title", "organization", "begins", "ends", "get_kind_display", "get_state_display"]
    export_headings = {
        "begins": _("Begins"),
        "ends": _("Ends"),
        "get_kind_display": _("Kind"),
        "get_state_display": _("State"),
    }
    search_fields = ["title_bg", "title_en", "organization__name_bg"]
    edit_handler = edit_handler

    def editors_menu_item(self):
        return EditorsMenuItem(self, _("Events"))

    def get_urlpatterns(self):
        state = path("state/<str:pk>/", self.construct_view(StateView), name="state")
        dates = path("dates/<str:pk>/", self.construct_view(DatesView), name="dates")
        return [*super().get_urlpatterns(), state, dates, *day_paths(self)]


register_snippet(EventViewSet)


@hooks.register("register_log_actions")
def log_actions(actions):
    for state in State:
        actions.register_action(f"portal.event.{state}", state.label, state.label)
    certificates = _("Certificates issued")
    actions.register_action("portal.event.certificates", certificates, certificates)
    report = _("Report begun")
    actions.register_action("portal.event.report", report, report)
    sheet, dossier = _("Signed sheet uploaded"), _("Dossier asked for")
    actions.register_action("portal.event.signed_sheet", sheet, sheet)
    actions.register_action("portal.event.dossier", dossier, dossier)
    merged, corrected = _("Registrations merged"), _("Certificate replaced")
    actions.register_action("portal.event.merged", merged, merged)
    actions.register_action("portal.event.certificate_replaced", corrected, corrected)
    contacts = _("Contact data erased")
    actions.register_action("portal.event.contacts_erased", contacts, contacts)
    erased = _("Personal data erased")
    actions.register_action("portal.event.erased", erased, erased)
