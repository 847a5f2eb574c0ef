"""Moments typed by the clock on the wall in Bulgaria, which jumps twice a year."""

from datetime import UTC, date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.dates import SOFIA, clock, day

LEFT_OUT = _("On %(day)s the clock is put forward: there is no %(clock)s that night. Please give another hour.")
FAR = _("Please give a year from %(first)d to %(last)d.")
YEARS = range(1990, 2101)
TWICE = _("On %(day)s the clock is put back: %(clock)s comes twice that night. Please give another hour.")


class WallClockFormField(forms.DateTimeField):
    def prepare_value(self, value):
        if isinstance(value, datetime) and timezone.is_aware(value):
            return timezone.make_naive(value, SOFIA)
        return super().prepare_value(value)

    def to_python(self, value):
        with timezone.override(SOFIA):
            try:
                return super().to_python(value)
            except ValidationError as error:
                if error.code == "ambiguous_timezone":
                    raise _explained(error.params["datetime"]) from None
                raise

    def validate(self, value):
        super().validate(value)
        if value:
            in_reach(value)


def in_reach(day: date) -> None:
    """Raises ValidationError for a year that nobody means; a moment is a day as well."""
    if day.year not in YEARS:
        raise _far()


def _far() -> ValidationError:
    return ValidationError(FAR, code="far", params={"first": YEARS[0], "last": YEARS[-1]})


def _explained(moment: datetime) -> ValidationError:
    if moment.year not in YEARS:
        return _far()
    exists = moment.replace(tzinfo=SOFIA).astimezone(UTC).astimezone(SOFIA).replace(tzinfo=None) == moment
    words = {"day": day(moment.date()), "clock": clock(moment.time())}
    return ValidationError(TWICE if exists else LEFT_OUT, code="ambiguous_timezone", params=words)
