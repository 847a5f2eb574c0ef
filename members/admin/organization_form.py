"""The form of an organisation in the admin: places and sums as they are typed, mistakes said in words."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from core.forms.amounts import AmountField
from members.admin.place_fields import PlacesField, SettlementField
from members.identifiers import normal_eik
from members.models import Affiliation, Municipality, Organization, Settlement, User

PLACES = _("Names or codes, parted by commas or one on a line; they may be pasted.")


class EikField(forms.CharField):
    """„BG 175 074 752“ is typed, 175074752 is kept; the model checks the digits."""

    def to_python(self, value):
        return normal_eik(super().to_python(value) or "") or None


class OrganizationForm(WagtailAdminModelForm):
    settlement = SettlementField(
        label=_("Settlement"),
        required=False,
        help_text=_("Where the office is. If several places have the name, add the province in brackets."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "eik" in self.fields:
            known = self.fields["eik"]
            self.fields["eik"] = EikField(label=known.label, help_text=known.help_text, required=False)
        if "reviewer" in self.fields:
            editors = Affiliation.objects.active().editing().filter(organization=self.instance.pk)
            self.fields["reviewer"].queryset = User.objects.filter(pk__in=editors.values("person"))

    def clean_eik(self):
        eik = self.cleaned_data["eik"]
        other = Organization.objects.filter(eik=eik).exclude(pk=self.instance.pk).first() if eik else None
        if other:
            raise ValidationError(_("This ЕИК belongs to %(name)s already."), code="taken", params={"name": other})
        return eik

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("member_since"), cleaned.get("member_until")
        if since and until and until < since:
            self.add_error("member_until", _("This day is before the day of joining."))
        return cleaned


class StrategyForm(WagtailAdminModelForm):
    """A strategy with its territory; what is left out must lie in one of its municipalities."""

    budget = AmountField(
        label=_("Budget"), required=False, max_digits=14, decimal_places=2,
        help_text=_("As in the agreement. Sums in leva are shown in euro as well."),
    )  # fmt: skip
    municipalities = PlacesField(
        Municipality.objects.all(), label=_("Whole municipalities"), required=False, help_text=PLACES
    )
    settlements = PlacesField(
        Settlement.objects.all(), label=_("And these settlements of other municipalities"), required=False,
        help_text=PLACES,
    )  # fmt: skip
    without = PlacesField(
        Settlement.objects.all(), label=_("Without these settlements"), required=False,
        help_text=_("What lies in a whole municipality and does not belong to the territory."),
    )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        whole = {place.pk for place in cleaned.get("municipalities") or ()}
        for place in cleaned.get("without") or ():
            if place.municipality_id not in whole and "municipalities" in cleaned:
                words = _("%(name)s lies in none of the whole municipalities.")
                self.add_error("without", ValidationError(words, code="elsewhere", params={"name": place.name_bg}))
        return cleaned


class StrategyFormSet(BaseChildFormSet):
    """One strategy in each programme period."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            period = getattr(form, "cleaned_data", {}).get("period")
            if not period or self._should_delete_form(form):
                continue
            if period in seen:
                form.add_error("period", _("There is a strategy for this period already."))
            seen.add(period)
