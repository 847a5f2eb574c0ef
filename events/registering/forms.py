"""The form of registration: who writes, who comes, to which parts. It works without JavaScript: adding a person posts
the form and shows it again with one more, and nothing that was typed or uploaded is lost."""

from collections import Counter
from datetime import datetime
from hashlib import sha256

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import language
from core.forms.guarded import GuardedForm
from core.phones import normal_phone
from core.validators import plain_line, plain_text, visible
from events.models import Event, EventPart, Registration
from events.registering import answers, consent
from events.registering.room import to_be_had
from events.registering.seats import Person
from members.models import Organization
from members.models.user import normal_email

MOST = 5
REQUIRED = gettext_lazy("Please answer this question.")


class WriterForm(GuardedForm):
    """Who writes and what concerns everybody on the form."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"), max_length=254, validators=[plain_line],
        help_text=gettext_lazy("The confirmation and everything else comes here."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=gettext_lazy("Mobile phone"), max_length=40, required=False,
        help_text=gettext_lazy("For the last day, when a letter would come too late."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    organization_name = forms.CharField(
        label=gettext_lazy("From the organisation"), max_length=200, required=False, validators=[plain_line, visible],
        help_text=gettext_lazy("One for all. Leave it empty if you come for yourself."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Something we should know"), max_length=1000, required=False, validators=[plain_text],
        help_text=gettext_lazy("Food, access, a pram. Only the host sees it; it is erased with the contact data."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    consent = forms.BooleanField(label=consent.WORDING)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if user.is_authenticated:
            del self.fields["email"]

    def clean_phone(self):
        return normal_phone(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])


class PersonForm(forms.Form):
    """One who comes: name as on the badge, the parts, and the answers to the questions of these."""

    name = forms.CharField(
        label=gettext_lazy("Name and surname"), max_length=120, validators=[plain_line, visible],
        help_text=gettext_lazy("As it should stand on the badge."),
    )  # fmt: skip
    position = forms.CharField(
        label=gettext_lazy("Position"), max_length=120, required=False, validators=[plain_line, visible],
        help_text=gettext_lazy("Shown on the badge."),
    )  # fmt: skip

    def __init__(self, *args, parts: list[EventPart], wrong_files: dict | None = None, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.wrong_files = wrong_files or {}
        code = language.active()
        self.questions = [question for part in parts for question in answers.questions(part, code)]
        self.fields["parts"] = forms.MultipleChoiceField(
            label=gettext_lazy("To what"),
            choices=[(str(part.pk), part.name_in(code).text) for part in parts],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": gettext_lazy("Choose at least one part.")},
        )
        for question in self.questions:
            part = _("For “%(part)s”.") % {"part": question.part.name_in(code).text} if len(parts) > 1 else ""
            self.fields[question.name] = answers.field_for(question, part)

    @property
    def asked(self) -> list:
        """The fields of the host's own questions."""
        return [self[question.name] for question in self.questions]

    def clean(self):
        cleaned = super().clean()
        chosen = set(cleaned.get("parts") or [])
        for question in self.questions:
            if str(question.part.pk) not in chosen:
                continue
            if wrong := self.wrong_files.get(self.add_prefix(question.name)):
                self.add_error(question.name, wrong)
            elif question.required and question.name not in self.errors and _is_empty(cleaned.get(question.name)):
                self.add_error(question.name, ValidationError(REQUIRED, code="required"))
        return cleaned

    def person(self) -> Person:
        cleaned, given = self.cleaned_data, {int(pk): {} for pk in self.cleaned_data["parts"]}
        for question in self.questions:
            value = cleaned.get(question.name)
            if question.part.pk in given and not _is_empty(value):
                given[question.part.pk][question.key] = answers.to_keep(question, value)
        return Person(cleaned["name"], cleaned["position"], given)


def _is_empty(value) -> bool:
    """0 is an answer."""
    return value is None or value is False or value == ""


class Sheet:
    """The whole form, as it is opened and as it comes in."""

    def __init__(self, event: Event, parts: list[EventPart], user, data=None, files=None):
        self.event, self.parts, self.user = event, parts, user
        self.is_sent = data is not None
        if not self.is_sent:
            self.writer = WriterForm.opened_now(known_about(user), user=user)
            self.people = [PersonForm(prefix="p0", parts=parts, initial=self._first())]
            return
        self.data = data.copy()
        self.wrong_files = self._keep_files(files or {})
        self._do(data.get("do", "send"))
        self.writer = WriterForm(self.data, user=user)
        self.people = [
            PersonForm(self.data, prefix=f"p{number}", parts=parts, wrong_files=self.wrong_files)
            for number in range(self.count)
        ]
        if not self.is_final:
            for form in self.forms:
                form._errors = ErrorDict()  # it is being filled in still: nothing is wrong yet

    @property
    def forms(self) -> list[forms.Form]:
        return [self.writer, *self.people]

    @property
    def may_add(self) -> bool:
        return len(self.people) < MOST

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Every error with the key of its field, in the order of the page, for the summary above the form."""
        found = [("", error) for error in self.writer.non_field_errors()] if self.is_sent else []
        for number, form in [*enumerate(self.people, 1), (0, self.writer)]:
            for field in form:
                who = _("Person %(number)s") % {"number": number} if number and len(self.people) > 1 else ""
                words = ", ".join(filter(None, (who, str(field.label))))
                found += [(field.id_for_label or f"{field.auto_id}_0", f"{words}: {error}") for error in field.errors]
        return found

    def is_valid(self) -> bool:
        return self.is_sent and self.is_final and all(form.is_valid() for form in self.forms)

    def registration(self, now: datetime) -> tuple[Registration, list[Person]]:
        """What the form says, not saved yet; whoever is logged in has confirmed the e-mail before."""
        said, people = self.writer.cleaned_data, [form.person() for form in self.people]
        is_known = self.user.is_authenticated
        email = self.user.email if is_known else said["email"]
        organizations = Organization.objects.of_person(self.user) if is_known else Organization.objects.none()
        own = organizations.filter(name_bg=said["organization_name"]).first() if said["organization_name"] else None
        registration = Registration(
            event=self.event,
            key=self._once(email, people),
            person=self.user if is_known else None,
            organization=own,
            organization_name=said["organization_name"],
            name=people[0].name,
            email=email,
            phone=said["phone"],
            note=said["note"],
            language=language.active(),
            consent_version=consent.VERSION,
            confirmed_at=now if is_known else None,
        )
        return registration, people

    @property
    def chosen(self) -> Counter:
        """How many people stand on the form for each part, by the part's key as it is sent."""
        return Counter(
            pk for form in self.people if form.is_bound for pk in set(self.data.getlist(form.add_prefix("parts")))
        )

    def shortages(self) -> list[dict]:
        """Parts for which more people stand on the form than there are seats."""
        found = []
        for part in self.parts:
            asked, free = self.chosen[str(part.pk)], to_be_had(part)
            if free is not None and asked > free:
                found.append({"part": part.name_in(language.active()).text, "asked": asked, "free": free})
        return found

    def _first(self) -> dict:
        name = self.user.display_name if self.user.is_authenticated else ""
        return {"name": name, "parts": [str(self.parts[0].pk)] if len(self.parts) == 1 else []}

    def _do(self, what: str) -> None:
        """“add”, “remove-1”, or the form is sent."""
        people = self.data.get("people", "")
        self.count = min(max(int(people), 1), MOST) if people.isascii() and people.isdigit() and len(people) < 3 else 1
        verb, _dash, number = what.partition("-")
        self.is_final = verb == "send"
        if verb == "add" and self.count < MOST:
            before = f"p{self.count - 1}-parts"
            self.data.setlist(f"p{self.count}-parts", self.data.getlist(before))
            self.count += 1
        if verb == "remove" and number.isascii() and number.isdigit() and 0 < int(number[:2]) < self.count:
            self._close_up(int(number[:2]))
        self.data["people"] = str(self.count)

    def _close_up(self, gone: int) -> None:
        """Who stands behind moves up."""
        kept = self.data.copy()
        for name in list(kept):
            if name.startswith("p") and "-" in name and name.partition("-")[0][1:].isdigit():
                del self.data[name]
        for name in kept:
            prefix, dash, field = name.partition("-")
            number = int(prefix[1:]) if dash and prefix.startswith("p") and prefix[1:].isdigit() else None
            if number is not None and number != gone:
                self.data.setlist(f"p{number - (number > gone)}-{field}", kept.getlist(name))
        self.count -= 1

    def _keep_files(self, files) -> dict[str, ValidationError]:
        """Stores what was uploaded, whatever else is wrong with the form; a machine stores nothing."""
        wrong = {}
        if self.data.get("website"):
            return wrong
        known = [
            question.name
            for part in self.parts
            for question in answers.questions(part, "bg")
            if question.kind == "file"
        ]
        for name in [f"p{number}-{question}" for number in range(MOST) for question in known]:
            if uploaded := files.get(name):
                try:
                    self.data[name + answers.KEPT] = str(answers.keep_upload(self.event, uploaded).key)
                except ValidationError as error:
                    wrong[name] = error
        return wrong

    def _once(self, email: str, people: list[Person]) -> str:
        """One per form and its people: the same press twice, not somebody else on the same form."""
        said = [str(self.writer.cleaned_data["key"]), str(self.event.pk), email]
        said += [f"{person.name}|{person.position}|{sorted(person.answers)}" for person in people]
        return sha256("\n".join(said).encode()).hexdigest()


def known_about(user) -> dict:
    """What is filled in already for somebody who is logged in."""
    first = Organization.objects.of_person(user).first() if user.is_authenticated else None
    return {"organization_name": first.name_bg} if first else {}
