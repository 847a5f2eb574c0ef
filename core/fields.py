"""Kinds of columns that several apps use."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from core.forms.wall_clock import WallClockFormField
from core.phones import normal_phone


class CodesField(models.CharField):
    """Several codes out of `choices`, kept as "bg,en"; a list in Python."""

    def __init__(self, *args, max_length=200, blank=True, default=list, **kwargs):
        super().__init__(*args, max_length=max_length, blank=blank, default=default, **kwargs)

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            return [code for code in value.split(",") if code]
        return list(value or [])

    def get_prep_value(self, value):
        return ",".join(self.to_python(value))

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value, model_instance):
        known = {code for code, _label in self.choices or ()}
        if unknown := [code for code in value if code not in known]:
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": unknown[0]})

    def run_validators(self, value):
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs):
        options = {"choices": self.choices, "widget": forms.CheckboxSelectMultiple, "required": not self.blank}
        return forms.TypedMultipleChoiceField(
            coerce=str, label=capfirst(self.verbose_name), help_text=self.help_text, **(options | _known(kwargs))
        )


def _known(kwargs: dict) -> dict:
    return {name: value for name, value in kwargs.items() if name in {"widget", "label", "help_text", "required"}}


class PhoneField(models.CharField):
    """A telephone number as it is dialled from anywhere: “+359 46 123 456”. Typed in any usual form."""

    def __init__(self, *args, max_length=40, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        return normal_phone(value) if value else value


class WallClockField(models.DateTimeField):
    """A moment that is typed and read by the clock on the wall in Bulgaria, wherever the editor sits; kept in UTC."""

    def formfield(self, **kwargs):
        return super().formfield(**({"form_class": WallClockFormField} | kwargs))
