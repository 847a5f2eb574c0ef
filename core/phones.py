"""Telephone numbers in one form."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HOME = "BG"
NOT_A_NUMBER = _("This is no telephone number. Write it with the code of the town: 046 123 456 or +359 46 123 456.")


def normal_phone(typed: str) -> str:
    """“046/123-456” becomes “+359 46 123 456”; raises ValidationError for what cannot be dialled."""
    try:
        number = phonenumbers.parse(typed, HOME)
    except phonenumbers.NumberParseException as error:
        raise ValidationError(NOT_A_NUMBER, code="phone") from error
    if not phonenumbers.is_valid_number(number):
        raise ValidationError(NOT_A_NUMBER, code="phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
