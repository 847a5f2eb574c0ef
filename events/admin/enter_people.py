"""People without e-mail: the host enters who phoned or wrote on paper, before and after registration is open, and gives
the kept seats."""

from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.phones import normal_phone
from core.validators import plain_line, plain_text, visible
from events.admin import own_events
from events.enums import SeatState
from events.models import Event, Registration, Seat
from events.registering import seats
from events.registering.seats import Person
from members.models.user import normal_email
from members.owned import OwnedPolicy


class EntryForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name and surname"), max_length=120, validators=[plain_line, visible])
    position = forms.CharField(
        label=gettext_lazy("Position"), max_length=120, required=False, validators=[plain_line, visible]
    )
    organization_name = forms.CharField(
        label=gettext_lazy("Organisation"), max_length=200, required=False, validators=[plain_line, visible]
    )
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=40, required=False)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False, help_text=gettext_lazy("If there is one, letters go there.")
    )
    parts = forms.MultipleChoiceField(label=gettext_lazy("To what"), widget=forms.CheckboxSelectMultiple)
    is_reserved = forms.BooleanField(
        label=gettext_lazy("On a kept seat"), required=False,
        help_text=gettext_lazy("Media, speakers, hosts: one of the seats that only you give."),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=1000, validators=[plain_text],
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        parts = event.parts.filter(registration=True)
        self.fields["parts"].choices = [(str(part.pk), part.name) for part in parts]

    def clean_phone(self):
        return normal_phone(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])


def enter(request):
    if not OwnedPolicy(Seat).user_has_permission(request.user, "change"):
        raise PermissionDenied
    event = own_events.chosen(request)
    shown = {"page_title": _("Enter people"), "header_icon": "group", "event": event}
    if event is None:
        return render(
            request, "events/admin/choose_event.html", shown | {"form": own_events.ChooseEvent(user=request.user)}
        )
    sent = request.POST if request.method == "POST" else None
    form = EntryForm(sent, event=event, initial={"key": uuid4()})
    if form.is_valid():
        try:
            registration = _keep(event, form.cleaned_data, request.user)
        except seats.Refused as refusal:
            form.add_error(None, refusal)
        else:
            states = registration.attendees.values_list("seats__state", flat=True)
            words = _("%(name)s is on the waiting list.") if SeatState.WAITING in states else _("%(name)s has a seat.")
            messages.success(request, words % {"name": registration.name})
            return redirect(f"{reverse('enter_people')}?event={event.pk}")
    return render(request, "events/admin/enter_people.html", shown | {"form": form})


def _keep(event: Event, said: dict, user) -> Registration:
    """The key in the form makes two presses one."""
    registration = Registration(
        event=event,
        key=f"host:{said['key']}",
        source=Registration.Source.HOST,
        entered_by=user,
        confirmed_at=timezone.now(),
        **{name: said[name] for name in ("name", "organization_name", "phone", "email", "note")},
    )
    person = Person(said["name"], said["position"], {int(pk): {} for pk in said["parts"]})
    return seats.take(registration, [person], by_host=True, reserved=said["is_reserved"])
