"""The form of an event in the admin: what does not fit together is said in words."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core import language
from events.admin.part_checks import registration_errors
from members.admin.place_fields import SettlementField


class EventForm(WagtailAdminModelForm):
    settlement = SettlementField(
        label=_("Settlement"),
        required=False,
        help_text=_("If several places have the name, add the province in brackets."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rubrics = self.fields["rubrics"]
        rubrics.queryset = rubrics.queryset.filter(locale__language_code=language.ORIGINAL, live=True)
        for name in ("themes", "rubrics", "co_hosts"):
            self.fields[name].widget = forms.CheckboxSelectMultiple(choices=self.fields[name].choices)

    def is_valid(self):
        """Parts, and the letters that name them, are looked at when each of them is right by itself."""
        if not super().is_valid():
            return False
        for error in registration_errors(self):
            self.add_error(None, error)
        return not self.errors

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug

    def clean(self):
        cleaned = super().clean()
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and ends_at and ends_at < starts_at:
            self.add_error("ends_at", ValidationError(_("It ends before it begins."), code="backwards"))
        if (cleaned.get("latitude") is None) != (cleaned.get("longitude") is None):
            missing = "latitude" if cleaned.get("latitude") is None else "longitude"
            self.add_error(missing, ValidationError(_("Coordinates are two numbers."), code="half"))
        return cleaned
