"""Sums of money as people type them."""

import re
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from core.numbers import grouped

SIGNS = re.compile(r"[\s€]|лв\.?|лева|евро|eur|bgn", re.IGNORECASE)
THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")


class AmountField(forms.DecimalField):
    """„2 300 000,50 €“, “2,300,000.50” and 2300000.5 are the same sum."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Write a sum such as 2 300 000 or 2 300 000,50.")}

    def widget_attrs(self, widget):
        return {"inputmode": "decimal"}

    def prepare_value(self, value):
        if isinstance(value, Decimal):
            return grouped(value, 0 if value == value.to_integral_value() else 2)
        return value

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        return super().to_python(THOUSANDS.sub("", SIGNS.sub("", value)).replace(",", "."))
