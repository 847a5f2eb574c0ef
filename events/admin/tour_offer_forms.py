"""The forms around an offer to host: the offer itself, and the answers of the office."""

from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.dates import day
from core.forms.wall_clock import WallClockFormField, in_reach
from core.validators import plain_line, plain_text
from events.models import Tour, TourOffer
from events.tours.policy import groups
from members.admin.place_fields import SettlementField

USUAL_HOUR = "10:00"


class TourOfferForm(WagtailAdminModelForm):
    """Editors offer while the call is open; what has been offered may be changed until it is decided."""

    settlement = SettlementField(
        label=_("Settlement"), help_text=_("If several places have the name, add the province in brackets.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tours = Tour.objects.visible_to().order_by("call_until", "pk")
        field = self.fields["tour"]
        field.queryset = tours
        if self.instance.pk:
            field.queryset, field.disabled = Tour.objects.filter(pk=self.instance.tour_id), True
        elif len(open_ones := tours.open_on(timezone.localdate())) == 1:
            self.initial["tour"] = self.initial.get("tour") or open_ones[0].pk
        for name, check in (("place", plain_line), ("hall", plain_line), ("contact_role", plain_line)):
            self.fields[name].validators.append(check)
        self.fields["note"].validators.append(plain_text)

    def clean_tour(self):
        tour = self.cleaned_data["tour"]
        is_office = self.for_user is not None and self.for_user.has_perm("events.add_touroffer")
        if not self.instance.pk and not is_office and not tour.is_open_on(timezone.localdate()):
            words = _("The call for hosts of this tour was open until %(day)s. Write to the office if you would still "
                      "like to be one.")  # fmt: skip
            raise ValidationError(words, code="closed", params={"day": day(tour.call_until)})
        return tour

    def clean(self):
        cleaned = super().clean()
        tour, organization = cleaned.get("tour"), cleaned.get("organization")
        if not self.instance.pk and organization and not groups().filter(pk=organization.pk).exists():
            words = _("Hosts are local action groups that are members of the network.")
            self.add_error("organization", ValidationError(words, code="no_group"))
        if not self.instance.pk and tour and organization:
            waiting = TourOffer.objects.filter(tour=tour, organization=organization, state=TourOffer.State.OFFERED)
            if waiting.exists():
                words = _("This organisation has offered already and waits for the answer: change that offer.")
                self.add_error("organization", ValidationError(words, code="waits"))
        return cleaned


class DayForm(WagtailAdminModelForm):
    """One of the days that suit the host."""

    def clean_day(self):
        found = self.cleaned_data["day"]
        if "day" in self.changed_data and found < timezone.localdate():
            raise ValidationError(_("This day has passed. Give one that is still ahead."), code="passed")
        in_reach(found)
        return found


class AcceptForm(forms.Form):
    """On which of the days, from what hour."""

    day = forms.ChoiceField(label=_("On which day?"), widget=forms.RadioSelect)
    at = forms.TimeField(
        label=_("From what hour?"), initial=USUAL_HOUR, help_text=_("The host may change the day and the hours later.")
    )

    def __init__(self, *args, offer: TourOffer, **kwargs):
        super().__init__(*args, **kwargs)
        days = offer.days.values_list("day", flat=True)
        self.fields["day"].choices = [(one.isoformat(), day(one)) for one in sorted(set(days))]

    def clean(self):
        """There are nights in which the clock is changed, and an hour is left out or comes twice."""
        cleaned = super().clean()
        if "day" in cleaned and "at" in cleaned:
            begins = datetime.combine(date.fromisoformat(cleaned["day"]), cleaned["at"])
            try:
                WallClockFormField().clean(begins)
            except ValidationError as error:
                self.add_error("at", error)
        return cleaned


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("A few kind words"), max_length=2000, validators=[plain_text],
        help_text=_("Why not this time, and what would help next time. The host gets them by letter."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
