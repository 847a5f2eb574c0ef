"""The answers of an application as a person reads them: on the last step and in the office register."""

from dataclasses import dataclass

from django.forms import CheckboxInput
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import language
from members.joining.people import PersonForm
from members.joining.places import in_full
from members.joining.steps import BY_SLUG, STEPS, Step
from members.models import Application


@dataclass(frozen=True)
class Answer:
    question: str
    words: str


@dataclass(frozen=True)
class Part:
    step: Step
    answers: list[Answer]
    done: bool


def read(application: Application, undone: list[Step] = ()) -> list[Part]:
    return [Part(step, list(_answers(application, step)), step not in undone) for step in STEPS]


def _answers(application: Application, step: Step):
    if step is BY_SLUG["hora"]:
        roles = dict(PersonForm.base_fields["role"].choices)
        for row in application.people:
            yield Answer(capfirst(roles.get(row["role"], "")), f"{row['name']}, {row['email']}")
        return
    form = step.again(application)
    form.full_clean()
    for field in form:
        if not field.is_hidden and field.name not in ("website", "settlement_choice"):
            yield Answer(field.label, _words(form, field))


def _words(form, field) -> str:
    value = field.value()
    if isinstance(field.field.widget, CheckboxInput):
        return _("yes") if value else _("no")
    if field.name == "settlement" and form.place:
        return in_full(form.place, language.active())
    choices = {str(code): str(label) for code, label in getattr(field.field, "choices", ())}
    values = value if isinstance(value, list) else [value or ""]
    return ", ".join(choices.get(str(one), str(one)) for one in values) or "–"
