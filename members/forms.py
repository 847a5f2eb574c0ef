"""allauth's forms in the portal's words: labels and hints above the fields, never inside them."""

from allauth.account import forms
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.conf import settings
from django.db import IntegrityError, transaction
from django.forms import CharField, EmailField, ModelForm
from django.utils.translation import gettext_lazy as _

from members import consents
from members.models import User
from members.models.user import normal_email
from members.names import clean_name

GOOD_PASSWORD = _(
    "At least 8 characters, not only digits. Three words with spaces are easy to remember and hard to guess."
)
TEXTS = {
    "login": (_("E-mail"), ""),
    "email": (_("E-mail"), ""),
    "password": (_("Password"), ""),
    "oldpassword": (_("Current password"), ""),
    "password1": (_("New password"), GOOD_PASSWORD),
    "password2": (_("New password once more"), ""),
    "remember": (_("Stay logged in on this device"), _("Do not tick it on a shared computer.")),
    "code": (_("Code"), ""),
    "name": (_("Name of the key"), _("By it you will know the key later: phone, office laptop.")),
    "passwordless": (_("Log in with it without a password"), _("The device asks for a fingerprint, face or PIN.")),
}


class Address(EmailField):
    """Every way of typing an address finds the one profile."""

    def clean(self, value):
        return normal_email(super().clean(value))


class OurWords:
    """Puts our labels and hints in place of placeholders."""

    texts: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"email", "login"} & self.fields.keys():
            old = self.fields[name]
            self.fields[name] = Address(widget=old.widget, required=old.required, max_length=254)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in TEXTS:
                field.label, field.help_text = self.texts.get(name, TEXTS[name])
        if "code" in self.fields:
            self.fields["code"].widget.attrs |= {"class": "code", "inputmode": "numeric", "maxlength": 12}


class Login(OurWords, forms.LoginForm):
    pass


class Signup(OurWords, forms.SignupForm):
    display_name = CharField(
        label=_("Name shown to others"),
        help_text=_("Your name, or your role in the organisation. It stands under what you write."),
        max_length=80,
    )
    field_order = ["display_name", "email", "password1"]
    texts = {"password1": (_("Password"), GOOD_PASSWORD)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["display_name"].widget.attrs["autocomplete"] = "name"
        self.fields |= {kind.value: consents.tick(kind) for kind in consents.FOR_A_PROFILE}

    def validate_unique_email(self, value):
        """An address with a label (ivan+news@…) is no second profile; its letter goes to the first."""
        value = super().validate_unique_email(value)
        known = None if self.account_already_exists else User.objects.of_mailbox(value).first()
        if known:
            self.account_already_exists = True
        return known.email if known else value

    def save(self, request):
        person = super().save(request)
        for kind in consents.FOR_A_PROFILE:
            consents.record(kind, person=person)
        return person

    def try_save(self, request):
        """The second of two clicks at the same moment gets the answer that it would get a moment later."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)

    def clean_display_name(self):
        return clean_name(self.cleaned_data["display_name"])


class RequestLoginCode(OurWords, forms.RequestLoginCodeForm):
    pass


class ConfirmLoginCode(OurWords, forms.ConfirmLoginCodeForm):
    texts = {"code": (_("Code from the letter"), _("Valid for 10 minutes, in this browser only."))}


class Reauthenticate(OurWords, forms.ReauthenticateForm):
    pass


class AddEmail(OurWords, forms.AddEmailForm):
    texts = {"email": (_("New e-mail"), _("We will send a link there; the old address stays until you open it."))}


class ChangePassword(OurWords, forms.ChangePasswordForm):
    pass


class SetPassword(OurWords, forms.SetPasswordForm):
    pass


class ResetPassword(OurWords, forms.ResetPasswordForm):
    pass


class ResetPasswordKey(OurWords, forms.ResetPasswordKeyForm):
    pass


APP_OR_RECOVERY = {"code": (_("Code"), _("Six digits from the app, or one of your recovery codes."))}


class SecondFactorCode(OurWords, AuthenticateForm):
    texts = APP_OR_RECOVERY


class SecondFactorAgain(OurWords, ReauthenticateForm):
    texts = APP_OR_RECOVERY


class ActivateApp(OurWords, ActivateTOTPForm):
    texts = {"code": (_("Code from the app"), _("Six digits that change every 30 seconds."))}


class AddKey(OurWords, AddWebAuthnForm):
    pass


class EditKey(OurWords, EditWebAuthnForm):
    pass


class ProfileForm(ModelForm):
    """What a person says of himself or herself; also in the editor's account page."""

    class Meta:
        model = User
        fields = ["display_name", "language", "letter_language"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["display_name"].required = True
        self.fields["display_name"].help_text = _("It stands under what you write.")
        self.fields["language"].label = _("Language")
        self.fields["language"].help_text = _("Of the editor, and of letters unless you choose another for them.")
        self.fields["letter_language"].choices = [("", _("the same")), *settings.LANGUAGES]
        self.fields["letter_language"].help_text = ""

    def clean_display_name(self):
        return clean_name(self.cleaned_data["display_name"])
