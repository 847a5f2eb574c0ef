"""What keeps machines out of a form that everybody may send, and makes a second press of the button harmless."""

from hashlib import sha256
from uuid import uuid4

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SALT = "contact-form"
SECONDS_AT_LEAST = 3


class GuardedForm(forms.Form):
    """Open it with `opened_now()`; what was sent is stored under `once(…)`, which is unique."""

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1}),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    @classmethod
    def opened_now(cls, initial: dict | None = None, **options) -> "GuardedForm":
        """An empty form, with a key of its own and the moment it was opened."""
        return cls(initial=hidden_values() | (initial or {}), **options)

    def once(self, *names: str) -> str:
        """One per form and text: going back and writing something else is another message."""
        return sha256("\n".join(str(self.cleaned_data[name]) for name in ("key", *names)).encode()).hexdigest()

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Only a machine fills in this field. Please empty it and send again."))
        return ""

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("key") or self._seconds_open() < SECONDS_AT_LEAST:
            self._start_anew()
            self.add_error(None, _("That was very quick. Please look once more at what you wrote and send it again."))
        return cleaned

    def _seconds_open(self) -> float:
        try:
            opened = signing.loads(self.cleaned_data.get("opened", ""), salt=SALT)
        except signing.BadSignature:
            return 0
        return timezone.now().timestamp() - opened

    def _start_anew(self):
        """The form shown again carries a key and a moment that hold, whatever came in."""
        fresh = hidden_values()
        self.data = self.data.copy()
        if not self.cleaned_data.get("key"):
            self.data["key"] = str(fresh["key"])
        if not self._seconds_open():
            self.data["opened"] = fresh["opened"]


def hidden_values() -> dict:
    return {"key": uuid4(), "opened": signing.dumps(timezone.now().timestamp(), salt=SALT)}
