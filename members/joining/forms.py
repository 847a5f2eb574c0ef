"""What an organisation is asked, step by step. Each form is a list of questions of `Application.answers`."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.guarded import GuardedForm
from core.phones import normal_phone
from core.validators import plain_line, plain_text
from members.enums import Kind
from members.identifiers import check_eik, normal_eik
from members.joining.keys import by_code
from members.joining.places import choices, meant_by
from members.models import Theme
from members.models.user import normal_email

WITHOUT_EIK = {Kind.OTHER}
SEVERAL = _("There are several settlements of this name. Choose one.")
KINDS = {
    Kind.LAG: _("Local action group"),
    Kind.FLAG: _("Fisheries local action group"),
    Kind.NGO: _("Association or foundation"),
    Kind.CHITALISHTE: _("Chitalishte"),
    Kind.MUNICIPALITY: _("Municipality or mayoralty"),
    Kind.INSTITUTION: _("School, museum or other institution"),
    Kind.OTHER: _("Other: informal group, farm, firm"),
}


def line(label, hint="", *, required=True, most=200, autocomplete="off", **more) -> forms.CharField:
    """A question answered in one line."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=most, validators=[plain_line], widget=widget, **more
    )


def address(label, hint="", *, required=True) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email"})
    return forms.EmailField(label=label, help_text=hint, required=required, widget=widget)


def words(label, hint="") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=300, validators=[plain_text], widget=widget
    )


class OrganizationForm(forms.Form):
    """Which organisation it is, and where the letters about the application go."""

    kind = forms.ChoiceField(label=_("Kind of organisation"), choices=KINDS.items(), widget=forms.RadioSelect)
    name_bg = line(
        _("Name of the organisation"), _("As in the register or the decision of the court."),
        autocomplete="organization",
    )  # fmt: skip
    eik = line(
        _("ЕИК"), _("9 digits, for example 000970464; of a branch 13. An informal group has none: leave it empty."),
        required=False, most=30,
    )  # fmt: skip
    email = address(
        _("Your e-mail"),
        _("We send there a link to go on with later, and the answer. On the portal it is shown to nobody."),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["eik"].widget.attrs["inputmode"] = "numeric"

    def clean_eik(self):
        eik = normal_eik(self.cleaned_data["eik"])
        if eik:
            check_eik(eik)
        return eik

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])

    def clean(self):
        cleaned = super().clean()
        if "eik" in cleaned and not cleaned["eik"] and cleaned.get("kind") and cleaned["kind"] not in WITHOUT_EIK:
            self.add_error("eik", _("Write the ЕИК. Only an informal group has none; then choose “Other” above."))
        return cleaned


class BeginForm(OrganizationForm, GuardedForm):
    """The same, while nothing is begun yet: machines are kept out, and a second press finds what the first began."""


class ProfileForm(forms.Form):
    """What will stand in the public profile; more can be added there later."""

    name_en = line(_("Name in English"), _("Empty: the Bulgarian name in Latin letters."), required=False)
    settlement = line(_("Settlement"), _("Town or village, in Cyrillic or Latin: Крушаре, Krushare."), most=120)
    settlement_choice = forms.ChoiceField(
        label=_("Which one?"), required=False, widget=forms.RadioSelect, error_messages={"invalid_choice": SEVERAL}
    )
    street = line(_("Street and number"), required=False, autocomplete="street-address")
    phone = line(_("Phone"), _("With the code of the town: 046 123 456."), most=40, autocomplete="tel")
    public_email = address(
        _("E-mail of the organisation"), _("Readers see it only after pressing a button."), required=False
    )
    site = forms.URLField(
        label=_("Site"), required=False, max_length=200, assume_scheme="https",
        widget=forms.TextInput(attrs={"autocomplete": "url", "inputmode": "url"}),
    )  # fmt: skip
    themes = forms.MultipleChoiceField(label=_("What you work on"), required=False, widget=forms.CheckboxSelectMultiple)
    summary_bg = words(_("In two sentences: what do you do?"), _("At most 300 signs."))
    summary_en = words(_("The same in English"), _("It can be added later."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = [(theme.slug, theme.title) for theme in Theme.objects.all()]
        typed = (self.data or self.initial).get("settlement") or ""
        self.found = meant_by(str(typed)[:120])
        self.fields["settlement_choice"].choices = [(label, label) for label in choices(self.found)]
        if not self.found.ambiguous:
            del self.fields["settlement_choice"]
        if not self.fields["themes"].choices:
            del self.fields["themes"]

    def clean_phone(self):
        return normal_phone(self.cleaned_data["phone"])

    def clean_public_email(self):
        return normal_email(self.cleaned_data["public_email"])

    def clean(self):
        cleaned = super().clean()
        if self.found.ambiguous and not self.errors.get("settlement_choice") and not cleaned.get("settlement_choice"):
            self.add_error("settlement_choice", SEVERAL)
        return cleaned

    @property
    def place(self):
        """The settlement of the register that is meant; None when it is not there and the words must do."""
        chosen = self.cleaned_data.get("settlement_choice")
        found = meant_by(chosen) if chosen else self.found
        return found.places[0] if len(found.places) == 1 else None


class CodeForm(forms.Form):
    """The way in without a letter."""

    code = line(_("Code"), _("The digits from the letter on paper, or told by phone."), most=60)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    def clean_code(self):
        self.application = by_code(self.cleaned_data["code"])
        if self.application is None:
            raise forms.ValidationError(_("No application has this code. Compare the digits, please."))
        return self.cleaned_data["code"]
