"""Filters of the register of registrations: each offers only what this person may see."""

from django.utils.translation import gettext_lazy as _

from core.admin.registers import Choice
from events.enums import SeatState
from events.models import Event, EventPart, Registration, Seat
from members.owned import OwnedPolicy

NEWEST = 100


class ByEvent(Choice):
    title, parameter_name = _("event"), "event"

    def lookups(self, request, model_admin):
        own = OwnedPolicy(Event).instances_user_has_any_permission_for(request.user, {"view", "change"})
        return list(own.newest_first().values_list("pk", "title_bg")[:NEWEST])

    def queryset(self, request, rows):
        path = "part__event" if rows.model is Seat else "event"
        return rows.filter(**{path: self.value()}) if self.value() else rows


class ByPart(Choice):
    """Parts of the event that is chosen."""

    title, parameter_name = _("part"), "part"

    def lookups(self, request, model_admin):
        event = request.GET.get("event", "")
        if not (event.isascii() and event.isdigit() and len(event) < 19):
            return []
        own = OwnedPolicy(Event).instances_user_has_any_permission_for(request.user, {"view", "change"})
        return list(EventPart.objects.filter(event__in=own.filter(pk=event)).values_list("pk", "name_bg"))

    def queryset(self, request, seats):
        return seats.filter(part=self.value()) if self.value() else seats


class ByState(Choice):
    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        return SeatState.choices

    def queryset(self, request, seats):
        return seats.filter(state=self.value()) if self.value() else seats


class BySource(Choice):
    title, parameter_name = _("how it came"), "source"

    def lookups(self, request, model_admin):
        return Registration.Source.choices

    def queryset(self, request, seats):
        return seats.filter(attendee__registration__source=self.value()) if self.value() else seats
