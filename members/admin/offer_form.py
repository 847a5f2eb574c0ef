"""The form of an offer, and that of another deadline."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.admin.pickers import DayInput
from core.dates import day
from members.offers.states import LONGEST

FOR_READERS = ("action-publish", "action-submit")


def check_deadline(deadline) -> None:
    today = timezone.localdate()
    if deadline < today:
        raise ValidationError(_("This day has passed. Give one that is still ahead."), code="passed")
    if deadline > today + LONGEST:
        words = _("An offer stands for a year at most, until %(day)s. It can be prolonged later.")
        raise ValidationError(words, code="far", params={"day": day(today + LONGEST)})


class OfferForm(WagtailAdminModelForm):
    """A draft may lack what readers need; what goes to them may not."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role_sought_bg"].required = True

    def clean_deadline(self):
        deadline = self.cleaned_data["deadline"]
        if "deadline" in self.changed_data or any(name in self.data for name in FOR_READERS):
            check_deadline(deadline)
        return deadline


class DeadlineForm(forms.Form):
    deadline = forms.DateField(
        label=_("New deadline"), validators=[check_deadline], widget=DayInput(),
        help_text=_("Readers see it at once; the offer needs no new review."),
    )  # fmt: skip
