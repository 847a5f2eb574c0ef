"""The step with the consents: each by itself, none ticked beforehand, kept with the version that was read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members.consents import WORDINGS, tick
from members.models import Application, Consent

Kind = Consent.Kind
REQUIRED, FREE = (Kind.TERMS, Kind.DATA), (Kind.CONTACTS, Kind.NEWSLETTER, Kind.PHOTOS)


class ConsentsForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in (*REQUIRED, *FREE):
            self.fields[str(kind)] = tick(kind, required=kind in REQUIRED)
            self.fields[str(kind)].error_messages["required"] = _("Without this there can be no profile.")

    @property
    def given(self) -> dict[str, str]:
        """What was ticked, and in which version of the words."""
        return {kind: WORDINGS[kind].version for kind in self.fields if self[kind].value()}


def still_given(application: Application) -> dict[str, bool]:
    """What was ticked in the words of today; a changed sentence is read and ticked anew."""
    versions = application.answers.get("consents", {})
    return {kind: True for kind, version in versions.items() if kind in WORDINGS and WORDINGS[kind].version == version}
