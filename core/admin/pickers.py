"""Boxes for days and moments in the admin: what is typed stays as it is.

Wagtail's calendar replaces a day that it cannot read by the present moment as soon as the box is left, and nobody
notices. Here the form says what is wrong instead.
"""

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput


class DayInput(AdminDateInput):
    def get_config(self):
        return super().get_config() | {"validateOnBlur": False}


class MomentInput(AdminDateTimeInput):
    def get_config(self):
        return super().get_config() | {"validateOnBlur": False}


def use_in_forms() -> None:
    for field, widget in ((models.DateField, DayInput), (models.DateTimeField, MomentInput)):
        register_form_field_override(field, override={"widget": widget})
