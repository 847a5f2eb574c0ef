from uuid import uuid4

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import ContactMessage
from core.validators import plain_line, plain_text

SALT = "contact-form"
SECONDS_AT_LEAST = 3


class MessageForm(forms.ModelForm):
    """A visitor's message. Hidden fields keep out machines, and a second press of the button."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, validators=[plain_line],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Your e-mail"), max_length=254, help_text=_("The answer comes here."), validators=[plain_line],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    text = forms.CharField(
        label=_("Message"), max_length=5000, validators=[plain_text], widget=forms.Textarea(attrs={"rows": 9})
    )
    page = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1}),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ContactMessage
        fields = ["name", "email", "text", "page"]

    @classmethod
    def opened_now(cls, page: str = "") -> "MessageForm":
        """An empty form, with a key of its own and the moment it was opened."""
        moment = signing.dumps(timezone.now().timestamp(), salt=SALT)
        return cls(initial={"key": uuid4(), "opened": moment, "page": page})

    def clean_page(self):
        """Only where on this site the reader came from; he did not type it, so a wrong one is no error of his."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith("//") else ""

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Only a machine fills in this field. Please empty it and send again."))
        return ""

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("key") or self._seconds_open() < SECONDS_AT_LEAST:
            self._start_anew()
            self.add_error(None, _("That was very quick. Please read the message once more and send it again."))
        return cleaned

    def _seconds_open(self) -> float:
        try:
            opened = signing.loads(self.cleaned_data.get("opened", ""), salt=SALT)
        except signing.BadSignature:
            return 0
        return timezone.now().timestamp() - opened

    def _start_anew(self):
        """The form shown again carries a key and a moment that hold, whatever came in."""
        fresh = self.opened_now().initial
        self.data = self.data.copy()
        if not self.cleaned_data.get("key"):
            self.data["key"] = str(fresh["key"])
        if not self._seconds_open():
            self.data["opened"] = fresh["opened"]
