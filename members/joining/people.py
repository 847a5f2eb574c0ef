"""Who will work in the portal for the organisation: a row each, as many as are needed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.enums import Role
from members.joining.forms import address, line
from members.models.user import normal_email
from members.names import clean_name

ROWS, MOST = 3, 12


class PersonForm(forms.Form):
    name = line(_("Name"), _("Or the post: chair, secretary."), most=80, autocomplete="off")
    email = address(_("E-mail"), _("An invitation goes there when the application is approved."))
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        initial=Role.EDITOR,
        help_text=_("A manager invites people; an editor writes news and edits the profile; a member reads."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])

    def has_changed(self):
        """A row in which only the role was touched is an empty row."""
        return any(self[name].value() for name in ("name", "email"))


class People(forms.BaseFormSet):
    def initial_form_count(self):
        """A row that was kept may be emptied like any other."""
        return 0 if self.is_bound else super().initial_form_count()

    def clean(self):
        rows = [form.cleaned_data for form in self.forms if form.has_changed() and form.is_valid()]
        emails = [row["email"] for row in rows]
        if len(set(emails)) < len(emails):
            raise ValidationError(_("An address stands twice. Everybody has an address of his or her own."))
        if not any(self.errors) and not any(row["role"] == Role.MANAGER for row in rows):
            raise ValidationError(_("Name at least one manager: somebody must invite the others."))

    @property
    def rows(self) -> list[dict]:
        return [form.cleaned_data for form in self.forms if form.has_changed()]


PeopleForms = forms.formset_factory(PersonForm, formset=People, extra=0, max_num=MOST, absolute_max=MOST)


def sent(data) -> forms.BaseFormSet:
    return PeopleForms(data, prefix="people")


def kept(rows: list[dict], more: int = 0) -> forms.BaseFormSet:
    """The rows as they were kept, and empty ones to fill in."""
    rows = [{name: row.get(name, "") for name in PersonForm.base_fields} for row in rows]
    empty = max(ROWS - len(rows), more)
    rows += [{"role": Role.EDITOR}] * min(empty, MOST - len(rows))
    return PeopleForms(prefix="people", initial=rows)


def again(rows: list[dict]) -> forms.BaseFormSet:
    """The rows as if they had just been sent, to learn whether they will do."""
    data = {"people-TOTAL_FORMS": str(len(rows)), "people-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        data |= {f"people-{number}-{name}": row.get(name, "") for name in PersonForm.base_fields}
    return sent(data)
