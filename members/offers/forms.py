from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.contact import WriterForm
from members.models import Organization


class AnswerForm(WriterForm):
    """An answer to an offer; who is signed in says on behalf of which of the own organisations."""

    organization = forms.ModelChoiceField(
        label=_("On behalf of"), queryset=Organization.objects.none(), required=False, empty_label=_("only myself")
    )

    field_order = ["name", "email", "organization", "text"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        organizations = Organization.objects.of_person(user) if user.is_authenticated else None
        if organizations is not None and organizations.exists():
            self.fields["organization"].queryset = organizations
        else:
            del self.fields["organization"]


def known_about(user) -> dict:
    """What is filled in already for somebody who is signed in."""
    if not user.is_authenticated:
        return {}
    first = Organization.objects.of_person(user).first()
    return {"name": user.display_name, "email": user.email, "organization": first and first.pk}
