from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.guarded import GuardedForm
from core.models import ContactMessage
from core.validators import plain_line, plain_text


class WriterForm(GuardedForm):
    """Who writes, and what."""

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


class MessageForm(WriterForm, forms.ModelForm):
    """A visitor's message to a contact role."""

    page = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)

    class Meta:
        model = ContactMessage
        fields = ["name", "email", "text", "page"]

    def clean_page(self):
        """Only where on this site the reader came from; he did not type it, so a wrong one is no error of his."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith("//") else ""
