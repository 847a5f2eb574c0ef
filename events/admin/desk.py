"""How an event stands: its state and the note that everybody registered gets, its seats, its other dates."""

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from core.admin.verbs import ALREADY
from events.addresses import event_address, tour_address
from events.admin.desk_forms import DateFormSet, StateForm
from events.copying import add_dates
from events.enums import SeatState
from events.states import change_state, possible_states


class EventDeskView(InspectView):
    page_title = gettext_lazy("How it stands")

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        event = self.object
        may = self.permission_policy.user_has_permission(self.request.user, "change")
        space = event.snippet_viewset.get_url_name
        return super().get_context_data(
            event=event,
            parts=event.parts.model.objects.filter(event=event).with_seats_taken().annotate(came=CAME),
            state_url=reverse(space("state"), args=[event.pk]) if may and event.live else "",
            dates_url=reverse(space("dates"), args=[event.pk]) if may else "",
            others=list(event.series.events.exclude(pk=event.pk)) if event.series else [],
            edit_url=reverse(space("edit"), args=[event.pk]) if may else "",
            people_links=people_links(event) if may else [],
            day_links=self.day_links(event) if may else [],
            erasure=self.erasure(event) if may else "",
            report_url=reverse(space("report"), args=[event.pk]) if may else "",
            reader_url=event_address(event.slug, "bg") if event.live else "",
            tour_url=tour_address(event.tour.slug, "bg") if event.tour and event.tour.is_public else "",
            **kwargs,
        )

    def day_links(self, event):
        from events.admin.day import day_links

        return day_links(event)

    def erasure(self, event) -> str:
        from events.retention.words import when_erased

        return when_erased(event)


def people_links(event) -> list[tuple[str, str]]:
    """(words, address): who is registered for this event, and what is done with all of them."""
    of_event = f"?event={event.pk}"
    return [
        (_("Registrations"), reverse("events_seat_modeladmin_index") + of_event),
        (_("Enter people"), reverse("enter_people") + of_event),
        (_("Write to those registered"), reverse("write_to_registered") + of_event),
    ]


CAME = Count("seats", filter=Q(seats__came_at__isnull=False, seats__state=SeatState.CONFIRMED))


class EventView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Something is done with one event; back to its desk afterwards."""

    model = permission_policy = None
    permission_required = "change"

    def dispatch(self, request, *args, **kwargs):
        self.event = get_object_or_404(self.model, pk=int(kwargs["pk"]))
        return super().dispatch(request, *args, **kwargs)

    def desk(self):
        return redirect(self.model.snippet_viewset.get_url_name("inspect"), self.event.pk)

    def back(self):
        """To this view again, so that loading it anew does nothing."""
        return redirect(self.request.path)

    def get_context_data(self, **kwargs):
        return super().get_context_data(event=self.event, **kwargs)


class StateView(EventView):
    form_class = StateForm
    page_title = gettext_lazy("Change the state")
    template_name = "events/admin/state.html"
    header_icon = "warning"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"states": possible_states(self.event)}

    def form_valid(self, form):
        if change_state(self.event.pk, **form.cleaned_data, user=self.request.user):
            messages.success(self.request, _("Readers see it now, and everybody registered gets a letter."))
        else:
            messages.warning(self.request, ALREADY)
        return self.desk()


class DatesView(EventView):
    """„Още дати и места“: one form, many meetings."""

    form_class = DateFormSet
    page_title = gettext_lazy("More dates and places")
    template_name = "events/admin/dates.html"
    header_icon = "calendar"

    def form_valid(self, formset):
        rows = [form.cleaned_data for form in formset if form.cleaned_data.get("starts_at")]
        publish = self.event.live and self.permission_policy.user_has_permission(self.request.user, "publish")
        made = add_dates(self.event, rows, publish, self.request.user)
        words = ngettext("%(n)d event is added.", "%(n)d events are added.", len(made)) % {"n": len(made)}
        drafts = "" if publish else _("They are drafts until you publish them or send them for review.")
        messages.success(self.request, f"{words} {drafts}")
        return self.desk()
