"""The form in which a partnership is recorded."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from members.enums import countries
from members.models import PartnerOffer
from members.owned import OwnedPolicy

EARLIEST = 1989  # before, nobody could found an association freely


class PartnershipForm(WagtailAdminModelForm):
    """From an offer, or by itself. Of two presses of the button the second has the key of the first."""

    press = forms.UUIDField(widget=forms.HiddenInput, required=False)
    offer = forms.ModelChoiceField(PartnerOffer.objects.none(), widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["press"].initial = uuid4()
        if self.instance.pk:
            del self.fields["offer"], self.fields["press"]
        else:
            own = OwnedPolicy(PartnerOffer).instances_user_has_any_permission_for(self.for_user, {"change"})
            self.fields["offer"].queryset = own.filter(live=True, partnership=None)
            self.fields["offer"].initial = self.instance.offer_id

    def clean_formed_on(self):
        day = self.cleaned_data["formed_on"]
        if day.year < EARLIEST:
            raise ValidationError(_("Please look at the year."), code="far")
        if day > timezone.localdate():
            raise ValidationError(_("This day is still ahead. Record the partnership when it is formed."), code="ahead")
        return day

    def clean(self):
        cleaned = super().clean()
        offer, organization = cleaned.get("offer"), cleaned.get("organization")
        if offer and organization and offer.organization_id != organization.pk:
            self.add_error("organization", _("The offer is of another organisation."))
        return cleaned


class SideForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries()

    def clean(self):
        cleaned = super().clean()
        organization, name = cleaned.get("organization"), (cleaned.get("name") or "").strip()
        if bool(organization) == bool(name):
            self.add_error("name", _("Choose an organisation of the portal, or write the name of another one."))
        elif name and not cleaned.get("sector"):
            self.add_error("sector", _("Say from which sector it is."))
        if "organization" in self.changed_data:
            self.instance.confirmed_at = self.instance.declined_at = None
        return cleaned


class SidesFormSet(BaseChildFormSet):
    """The other sides: at least one, no organisation twice."""

    default_error_messages = BaseChildFormSet.default_error_messages | {
        "too_few_forms": _("Name at least one partner."),
    }

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [form for form in kept if not self._should_delete_form(form)]
        seen = {self.instance.organization_id}
        for form in kept:
            organization = getattr(form, "cleaned_data", {}).get("organization")
            if organization and organization.pk in seen:
                form.add_error("organization", _("This organisation is named already."))
            seen.add(organization and organization.pk)
