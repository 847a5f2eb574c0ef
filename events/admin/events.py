"""Events in the admin: editors see, write and change those of their own organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from core.admin.sheets import SafeSheet
from core.dates import day_time
from events.admin.event_panels import edit_handler
from events.admin.part_checks import overbooked
from events.models import Event
from members.admin.owned import OwnedEditView, OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem


class EventListView(SafeSheet, OwnedIndexView):
    pass


class EventEditView(OwnedEditView):
    def save_instance(self):
        """Says it when there are fewer seats now than people who have one."""
        instance = super().save_instance()
        for sentence in overbooked(instance) if not self.expects_json_response else []:
            messages.warning(self.request, sentence)
        return instance


class EventViewSet(OwnedViewSet):
    model = Event
    edit_view_class = EventEditView
    icon = "calendar"
    menu_order = 7
    editors_menu_order = 155
    index_view_class = EventListView
    list_display = [
        "title",
        "organization",
        Column("starts_at", label=_("Begins"), accessor=lambda event: day_time(event.starts_at), sort_key="starts_at"),
        Column("state", label=_("State"), accessor="get_state_display"),
    ]
    list_filter = ["kind", "state"]
    list_export = ["title", "organization", "starts_at", "ends_at", "get_kind_display", "get_state_display"]
    edit_handler = edit_handler

    def editors_menu_item(self):
        return EditorsMenuItem(self, _("Events"))


register_snippet(EventViewSet)
