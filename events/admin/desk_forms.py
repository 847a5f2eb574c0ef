"""The small forms of an event's desk."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from core.admin.pickers import MomentInput
from core.forms.wall_clock import WallClockFormField
from events.enums import State
from members.admin.place_fields import SettlementField

ROWS, MOST = 8, 30


class StateForm(forms.Form):
    state = forms.ChoiceField(label=_("What is it now?"), widget=forms.RadioSelect)
    note_bg = forms.CharField(
        label=_("Note in Bulgarian"), max_length=500, required=False, widget=AdminAutoHeightTextInput,
        help_text=_("Why, and what comes next. Everybody registered gets it by e-mail; readers see it on the page."),
    )  # fmt: skip
    note_en = forms.CharField(
        label=_("Note in English"), max_length=500, required=False, widget=AdminAutoHeightTextInput
    )

    def __init__(self, *args, states: list[State], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [(state.value, state.label) for state in states]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") in (State.MOVED, State.CANCELLED) and not cleaned.get("note_bg"):
            self.add_error("note_bg", ValidationError(_("Please say why, in a sentence."), code="required"))
        return cleaned


class DateForm(forms.Form):
    """What differs from the event it is copied from; empty boxes mean “the same”."""

    starts_at = WallClockFormField(label=_("Begins"), required=False, widget=MomentInput)
    settlement = SettlementField(label=_("Settlement"), required=False)
    place_bg = forms.CharField(label=_("Place in Bulgarian"), max_length=160, required=False)
    place_en = forms.CharField(label=_("Place in English"), max_length=160, required=False)
    capacity = forms.IntegerField(label=_("Seats"), min_value=1, max_value=100_000, required=False)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("starts_at") and "starts_at" not in self.errors and any(cleaned.values()):
            self.add_error("starts_at", ValidationError(_("When does it begin there?"), code="required"))
        return cleaned


class OneAtLeast(forms.BaseFormSet):
    def clean(self):
        if not any(self.errors) and not any(form.cleaned_data.get("starts_at") for form in self.forms):
            raise ValidationError(_("Give a date for one more event at least."), code="required")


DateFormSet = forms.formset_factory(DateForm, formset=OneAtLeast, extra=ROWS, max_num=MOST, absolute_max=MOST)
