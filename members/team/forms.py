"""What a manager fills in: whom to invite, in which role, and why a request is declined."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from members import consents
from members.enums import Role
from members.models import User
from members.models.user import normal_email
from members.names import clean_name

MAY_ALSO = {  # each role may what those before it may, and this: what is said of somebody, and to him or her
    Role.MEMBER: {
        _("reads what is for members of the network"): _("read what is for members of the network"),
    },
    Role.TRAINER: {
        _("makes courses and uploads materials of the organisation"): _(
            "make courses and upload materials of the organisation"
        ),
    },
    Role.EDITOR: {
        _("writes news in the name of the organisation"): _("write news in the name of the organisation"),
        _("uploads pictures and documents"): _("upload pictures and documents"),
        _("edits the profile of the organisation"): _("edit the profile of the organisation"),
    },
    Role.MANAGER: {
        _("invites and removes people and gives them roles"): _("invite and remove people and give them roles"),
    },
}


def may(role: str) -> list:
    """What who has a role may do, said to him or her, from the simplest."""
    lines = []
    for one, more in MAY_ALSO.items():
        lines += more.values()
        if one == role:
            break
    return lines


def role_choices() -> list[tuple[str, str]]:
    choices = []
    for number, (role, lines) in enumerate(MAY_ALSO.items()):
        rights = ", ".join(str(line) for line in lines)
        words = _("%(role)s – besides that: %(rights)s") if number else _("%(role)s – %(rights)s")
        choices.append((role, words % {"role": role.label, "rights": rights}))
    return choices


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("The letter with the invitation goes there."), max_length=254
    )
    name = forms.CharField(label=_("Name"), help_text=_("So that you know whom you invited."), max_length=80)
    role = forms.ChoiceField(label=_("Role"), choices=role_choices, initial=Role.EDITOR, widget=forms.RadioSelect)

    field_order = ["name", "email", "role"]

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class DecisionForm(forms.Form):
    """Of one request for access among several on a page: its fields carry its number."""

    decision = forms.ChoiceField(choices=[("grant", ""), ("refuse", "")])
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.MEMBER)
    reason = forms.CharField(
        label=_("Reason, if you decline"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class AskForm(forms.Form):
    message = forms.CharField(
        label=_("Who you are in the organisation"),
        help_text=_("One or two sentences, so that the managers know who asks."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class NewcomerForm(forms.Form):
    """An invited person who has no profile yet; the address is known from the invitation."""

    display_name = forms.CharField(
        label=_("Name shown to others"),
        help_text=_("Your name, or your role in the organisation. It stands under what you write."),
        max_length=80,
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("Leave it empty and log in each time with a code from a letter."),
        required=False,
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, invitation, *args, **kwargs):
        super().__init__(*args, initial={"display_name": invitation.name}, **kwargs)
        self.email = invitation.email
        self.fields["display_name"].widget.attrs["autocomplete"] = "name"
        self.fields |= {kind.value: consents.tick(kind) for kind in consents.FOR_A_PROFILE}

    def clean_display_name(self):
        return clean_name(self.cleaned_data["display_name"])

    def clean(self):
        data = super().clean()
        if data.get("password"):
            person = User(email=self.email, display_name=data.get("display_name", ""))
            try:
                validate_password(data["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data
