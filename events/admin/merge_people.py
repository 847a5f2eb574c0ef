"""Registrations that mean the same: what each says side by side, which one stays, and who on them is who."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from core import language
from core.admin.registers import in_any_case
from core.admin.verbs import DONE
from core.models import OutgoingMail
from events.models import Attendee, Registration, Seat
from events.registering import answers, merging, seats, words
from members.owned import OwnedPolicy

MOST = 6
"""Registrations side by side."""
SEARCHED = ["name", "code", "registration__name", "registration__email", "registration__organization_name"]


class MergeForm(forms.Form):
    kept = forms.ChoiceField(error_messages={"required": gettext_lazy("Choose which registration stays.")})
    others = forms.MultipleChoiceField(
        required=False, error_messages={"invalid_choice": gettext_lazy("This registration is not here any more.")}
    )

    def __init__(self, *args, registrations: list[Registration], **kwargs):
        super().__init__(*args, **kwargs)
        self.registrations = {str(one.pk): one for one in registrations}
        choices = [(key, key) for key in self.registrations]
        self.fields["kept"].choices = self.fields["others"].choices = choices
        guess = merging.who_is_who(registrations[0], registrations[1:])
        self.fields["kept"].initial = choices[0][0]
        alike = [one for one in registrations[1:] if any(person.pk in guess for person in one.attendees.all())]
        self.fields["others"].initial = [str(one.pk) for one in (registrations[0], *alike)]  # whichever of them stays
        before: list[tuple[str, str]] = []
        for registration in registrations:
            people = list(registration.attendees.all())
            for person in people if before else ():
                self.fields[f"same_{person.pk}"] = forms.ChoiceField(
                    choices=[("", _("another person")), *before],
                    initial=str(guess.get(person.pk, "")),
                    required=False,
                    label=_("The same as"),
                )
            before += [(str(person.pk), person.name) for person in people]

    def clean(self):
        cleaned = super().clean()
        cleaned["others"] = [key for key in cleaned.get("others", []) if key != cleaned.get("kept")]
        if cleaned.get("kept") and not cleaned["others"] and "others" not in self.errors:
            raise forms.ValidationError(_("Choose at least one more registration that is merged into it."), code="one")
        return cleaned

    def who_is_who(self) -> dict[int, int]:
        """For `seats.merge`: each to the first of those who are the same, on the form that stays if there is one."""
        kept, others = self.cleaned_data["kept"], self.cleaned_data["others"]
        chosen = sorted(
            (self.registrations[key] for key in {kept, *others}), key=lambda one: (str(one.pk) != kept, one.pk)
        )
        order = [person.pk for one in chosen for person in one.attendees.all()]
        groups = {pk: {pk} for pk in order}
        for pk in order:
            same = self.cleaned_data.get(f"same_{pk}")
            if same and int(same) in groups:
                whole = groups[pk] | groups[int(same)]
                groups.update(dict.fromkeys(whole, whole))
        first_of = {pk: min(groups[pk], key=order.index) for pk in order}
        return {pk: first for pk, first in first_of.items() if first != pk}


def merge(request, pk: int):
    """Asks which of the registrations beside that of a seat are the same, and makes them one."""
    policy = OwnedPolicy(Seat)
    if not policy.user_has_permission(request.user, "change"):
        raise PermissionDenied
    own = policy.instances_user_has_any_permission_for(request.user, {"change"})
    if request.method == "POST" and _was_done(request.POST, own):
        messages.success(request, DONE)
        return _to(request.POST["kept"], pk)
    seat = get_object_or_404(own.select_related("attendee__registration__event", "part"), pk=pk)
    registration = seat.attendee.registration
    query = request.GET.get("q", "")[:100].strip()
    compared = _compared(registration, query)
    form = MergeForm(request.POST if request.method == "POST" else None, registrations=compared)
    if form.is_valid():
        try:
            _merge(form, request.user)
        except seats.Refused as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The registrations are one now. Who has an e-mail address is written to."))
            return _to(form.cleaned_data["kept"], pk)
    shown = {
        "page_title": _("Merge registrations"),
        "page_subtitle": registration,
        "header_icon": "group",
        "event": registration.event,
        "form": form,
        "query": query,
        "columns": [_column(one, form) for one in compared],
        "back": reverse("events_seat_modeladmin_inspect", args=[pk]),
    }
    return render(request, "events/admin/merge_people.html", shown)


@transaction.atomic
def _merge(form: MergeForm, user) -> None:
    kept = form.registrations[form.cleaned_data["kept"]]
    others = [form.registrations[key] for key in form.cleaned_data["others"]]
    if seats.merge(kept, others, form.who_is_who(), user):
        numbers = {"kept": kept.pk, "merged": [one.pk for one in others]}
        log(kept.event, "portal.event.merged", user=user, data=numbers)


def _compared(registration: Registration, query: str) -> list[Registration]:
    """The registration, those that are like it, and those that were looked for; the best one first."""
    found = {registration.pk: registration}
    if query:  # what was looked for comes in however many are alike
        there = Attendee.objects.filter(registration__event=registration.event_id, registration__erased_at=None)
        people = in_any_case(there, SEARCHED, query).select_related("registration")
        found |= {one.registration_id: one.registration for one in people[: MOST * 5]}
    for one in merging.alike(registration):
        found.setdefault(one.pk, one)
    return sorted(list(found.values())[:MOST], key=merging.best_first)


def _was_done(sent, own) -> bool:
    """A second press of the button; the seat from which it was pressed may have gone into another one meanwhile."""
    kept, others = sent.get("kept", ""), {key for key in sent.getlist("others") if key != sent.get("kept")}
    if not others or not all(key.isdecimal() and len(key) < 19 for key in (kept, *others)):
        return False
    if not own.filter(attendee__registration=kept).exists():
        return False
    return Registration.objects.filter(pk__in=others, merged_into=kept).count() == len(others)


def _to(registration: str, otherwise: int):
    seat = Seat.objects.filter(attendee__registration=registration).order_by("pk").first()
    return redirect("events_seat_modeladmin_inspect", seat.pk if seat else otherwise)


def _column(registration: Registration, form: MergeForm) -> dict:
    code, key = language.active(), str(registration.pk)
    people = [
        {
            "attendee": comer.attendee,
            "standings": [(each, _answers(each.seat, code)) for each in comer.standings],
            "same": form[f"same_{comer.attendee.pk}"] if f"same_{comer.attendee.pk}" in form.fields else None,
        }
        for comer in words.comers(registration, code)
    ]
    return {
        "registration": registration,
        "people": people,
        "letters": OutgoingMail.objects.filter(key__startswith=f"registration:{key}:").order_by("created_at"),
        "is_kept": str(form["kept"].value()) == key,
        "is_merged": key in map(str, form["others"].value() or []),
    }


def _answers(seat: Seat, code: str) -> list[tuple[str, str, str]]:
    return [
        (answers.asked(question), told, reverse("answer_file", args=[key]) if key else "")
        for question, told, key in answers.in_words(seat, code)
    ]
