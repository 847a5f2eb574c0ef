"""The steps of an application: what each asks, what is kept of it, and whether it is done.

Everything typed is kept, right or wrong: who comes back finds it with the errors beside it. What counts is decided
anew from what was kept, whenever it matters.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import language
from members.joining import agreements, people
from members.joining.forms import BeginForm, OrganizationForm, ProfileForm
from members.models import Application

NOT_KEPT = {"website", "key", "opened"}
LONGEST, MOST = 5000, 50


class Step:
    """A step that is one form of questions."""

    def __init__(self, slug: str, title: str | Promise, asks: type | None = None):
        self.slug, self.title, self.asks = slug, title, asks
        self.template = f"members/joining/{slug}.html"

    def opened(self, application: Application):
        """As it was kept; with its errors once somebody pressed its button."""
        return self.again(application) if self.slug in seen(application) else self.fresh(application)

    def fresh(self, application: Application):
        return self.asks(initial=self._known(application))

    def again(self, application: Application):
        """The answers as if they had just been sent, to learn whether they will do."""
        return self.asks(self._known(application))

    def sent(self, data):
        return self.asks(data)

    def keep(self, application: Application, form) -> None:
        names = form.fields.keys() - NOT_KEPT
        application.answers |= {name: form.cleaned_data.get(name, tidy(form[name].value())) for name in names}

    def _known(self, application: Application) -> dict:
        return application.answers | {"key": str(application.key)}


class OrganizationStep(Step):
    """Also fills the columns by which applications are found."""

    def fresh(self, application):
        if application.pk is None:
            return BeginForm.opened_now({"key": application.key})
        return super().fresh(application)

    def begun(self, data):
        return BeginForm(data)

    def keep(self, application, form):
        super().keep(application, form)
        good = form.cleaned_data
        application.name = str(application.answers["name_bg"])[:200]
        application.kind = good.get("kind", application.kind)
        application.eik = good.get("eik", application.eik)
        if "email" in good and good["email"] != application.email:
            application.email, application.email_confirmed_at = good["email"], None


class ProfileStep(Step):
    """Also notes the province, by which the office filters."""

    def keep(self, application, form):
        super().keep(application, form)
        place = form.place if form.is_valid() else None
        application.answers["province"] = place.municipality.province.nuts if place else ""


class PeopleStep(Step):
    def fresh(self, application, more: int = 0):
        return people.kept(application.people or [{"email": application.email, "role": "manager"}], more)

    def again(self, application):
        return people.again(application.people)

    def sent(self, data):
        return people.sent(data)

    def keep(self, application, form):
        if not form.management_form.is_valid():
            return  # no form of ours: what was kept stays
        rows = [row for row in form.forms if row.has_changed()]
        names = people.PersonForm.base_fields
        application.people = [{name: tidy(row[name].value()) for name in names} for row in rows]
        if form.is_valid():
            application.people = form.rows


class ConsentsStep(Step):
    def _known(self, application):
        return agreements.still_given(application)

    def keep(self, application, form):
        application.answers["consents"] = form.given


STEPS = [
    OrganizationStep("organizatsia", _("The organisation"), OrganizationForm),
    ProfileStep("profil", _("About it"), ProfileForm),
    PeopleStep("hora", _("People")),
    ConsentsStep("saglasia", _("Consents"), agreements.ConsentsForm),
]
BY_SLUG = {step.slug: step for step in STEPS}


def save(application: Application, step: Step, form, *, finished: bool) -> None:
    """Keep what was typed; a step that is put off shows no errors when it is opened again."""
    form.is_valid()
    step.keep(application, form)
    if finished:
        application.answers["seen"] = sorted({*seen(application), step.slug})
    application.language = language.active()
    application.save()


def seen(application: Application) -> list[str]:
    return application.answers.get("seen", [])


def undone(application: Application) -> list[Step]:
    """What was not answered yet or still lacks something, in order."""
    return [step for step in STEPS if step.slug not in seen(application) or not step.again(application).is_valid()]


def tidy(typed):
    """What was typed as it can be kept: without signs that a database refuses, and not without end."""
    if isinstance(typed, list | tuple):
        return [tidy(one) for one in typed[:MOST]]
    return "".join(sign for sign in str(typed or "")[:LONGEST] if sign.isprintable() or sign in "\n\r\t\u00a0")
