"""ЕИК (БУЛСТАТ): nine digits of an organisation, thirteen of its branch; the last digits check the others."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.bg import vat

BRANCH_WEIGHTS = (2, 7, 3, 5), (4, 9, 5, 7)


def check_eik(value: str) -> None:
    """Validator; says whether the length or the check digit is wrong."""
    if not value.isdecimal() or not value.isascii() or len(value) not in (9, 13):
        raise ValidationError(_("The ЕИК has 9 digits, of a branch 13."), code="length")
    if value[8] != vat.calc_check_digit_legal(value[:8]) or (len(value) == 13 and value[12] != _branch_digit(value)):
        raise ValidationError(
            _("The last digit does not fit the others. Please compare with the document of registration."),
            code="check_digit",
        )


def normal_eik(typed: str) -> str:
    """“BG 175 074 752” becomes “175074752”."""
    return "".join(typed.split()).upper().removeprefix("BG")


def _branch_digit(value: str) -> str:
    for weights in BRANCH_WEIGHTS:
        rest = sum(int(digit) * weight for digit, weight in zip(value[8:12], weights, strict=True)) % 11
        if rest != 10:
            return str(rest)
    return "0"
