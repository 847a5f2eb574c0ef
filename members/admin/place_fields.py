"""Places typed or pasted as names instead of picked out of thousands."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from members import places
from members.models import Settlement

SEVERAL = gettext_lazy("Several places are called “%(name)s”. Write one of these: %(choices)s.")
UNKNOWN = gettext_lazy("There is no such municipality: %(names)s. Please look at the spelling.")
UNKNOWN_SETTLEMENT = gettext_lazy("There is no such settlement: %(names)s. Please look at the spelling.")
ONLY_ONE = gettext_lazy("Write one settlement only.")


class PlacesField(forms.ModelMultipleChoiceField):
    """Several municipalities or settlements; what was typed stays as it is until it is right."""

    widget = AdminAutoHeightTextInput

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value
        chosen = [place if hasattr(place, "name_bg") else self.queryset.get(pk=place) for place in value]
        return ", ".join(places.labels(self.queryset, chosen).values())

    def clean(self, value):
        names = places.parts(value or "")
        if self.required and not names:
            raise ValidationError(self.error_messages["required"], code="required")
        return resolve(self.queryset, names)

    def has_changed(self, initial, data):
        return set(places.parts(self.prepare_value(initial) or "")) != set(places.parts(data or ""))


class SettlementField(forms.ModelChoiceField):
    """One settlement, by its name or its code."""

    widget = forms.TextInput

    def __init__(self, **options):
        super().__init__(Settlement.objects.all(), **options)

    def prepare_value(self, value):
        if isinstance(value, str) or not value:
            return value
        place = value if isinstance(value, Settlement) else self.queryset.get(pk=value)
        return places.labels(self.queryset, [place])[place.pk]

    def to_python(self, value):
        names = places.parts(value or "")
        if len(names) > 1:
            raise ValidationError(ONLY_ONE, code="several")
        return resolve(self.queryset, names)[0] if names else None

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "") != (data or "").strip()


def resolve(queryset, names: list[str]) -> list:
    """The places; else every name that is wrong, in one go."""
    found = places.find(queryset, names)
    errors = []
    if found.unknown:
        words = UNKNOWN_SETTLEMENT if queryset.model is Settlement else UNKNOWN
        errors.append(ValidationError(words, code="unknown", params={"names": ", ".join(found.unknown)}))
    for name, choices in found.ambiguous.items():
        params = {"name": name, "choices": get_text_list(choices, _("or"))}
        errors.append(ValidationError(SEVERAL, code="ambiguous", params=params))
    if errors:
        raise ValidationError(errors)
    return found.places
