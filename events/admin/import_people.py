"""A list of people from a spreadsheet: first who would be entered and what is wrong with whom, then it is done."""

from uuid import uuid4

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.admin import own_events
from events.models import Event, EventPart, Registration, Seat
from events.registering import lists, seats
from events.registering.seats import Person
from members.owned import OwnedPolicy

SALT = "list of people"


class ListForm(forms.Form):
    part = forms.ChoiceField(label=gettext_lazy("To what"))
    file = forms.FileField(
        label=gettext_lazy("List"), required=False,
        help_text=gettext_lazy("CSV or XLSX: name, position, organisation, phone, e-mail. At most 500 people."),
    )  # fmt: skip
    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        parts = event.parts.filter(registration=True)
        self.fields["part"].choices = [(str(part.pk), part.name) for part in parts]

    def clean(self):
        """The rows of the file, or those that were looked through already."""
        cleaned = super().clean()
        try:
            if cleaned.get("file"):
                cleaned["people"] = lists.read(cleaned["file"])
            else:
                cleaned["people"] = signing.loads(cleaned.get("rows") or "", salt=SALT)
        except ValidationError as error:
            self.add_error("file", error)
        except signing.BadSignature:
            self.add_error("file", _("Choose a file."))
        return cleaned

    def looked_through(self) -> list[dict]:
        part = self.chosen_part
        seen: set[str] = set()
        found = []
        for person in self.cleaned_data["people"]:
            found.append({"person": person, "problems": lists.problems(person, part, seen)})
            seen.add(person["name"])
        return found

    @property
    def chosen_part(self) -> EventPart:
        return self.event.parts.get(pk=self.cleaned_data["part"])


def from_list(request):
    if not OwnedPolicy(Seat).user_has_permission(request.user, "change"):
        raise PermissionDenied
    event = own_events.chosen(request)
    shown = {"page_title": _("Enter a list"), "header_icon": "group", "event": event}
    if event is None:
        return render(
            request, "events/admin/choose_event.html", shown | {"form": own_events.ChooseEvent(user=request.user)}
        )
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ListForm(*sent, event=event, initial={"key": uuid4()})
    if form.is_valid():
        rows = form.looked_through()
        right = [row["person"] for row in rows if not row["problems"]]
        if request.POST.get("do") == "enter" and right:
            _enter(request, event, form, right)
            return redirect(f"{reverse('events_seat_modeladmin_index')}?event={event.pk}")
        shown |= {"rows": rows, "right": len(right), "signed": signing.dumps(right, salt=SALT, compress=True)}
    return render(request, "events/admin/import_people.html", shown | {"form": form})


def _enter(request, event: Event, form: ListForm, people: list[dict]) -> None:
    """Two presses enter each of them once."""
    part, key, entered = form.chosen_part, form.cleaned_data["key"], 0
    for number, person in enumerate(people):
        registration = Registration(
            event=event,
            key=f"list:{key.hex}:{number}",
            source=Registration.Source.IMPORT,
            entered_by=request.user,
            confirmed_at=timezone.now(),
            **{name: person[name] for name in ("name", "organization_name", "phone", "email")},
        )
        try:
            seats.take(registration, [Person(person["name"], person["position"], {part.pk: {}})], by_host=True)
        except seats.Refused as refusal:
            messages.error(request, " ".join(refusal.messages))
            break
        entered += 1
    words = ngettext("%(n)d person is entered.", "%(n)d people are entered.", entered)
    messages.success(request, words % {"n": entered})
