"""The register of applications: what came in, what the office did with it, and what resembles it."""

from django import forms
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.options import modeladmin_register

from core.admin.doors import holders, open_to
from core.admin.registers import Register
from core.admin.verbs import Row, Section, Verb
from members.admin import application_filters as filters
from members.admin import correct_application, enter_application
from members.enums import Role
from members.joining import actions, letters
from members.joining.alike import alike
from members.joining.known import OPEN
from members.joining.reading import read
from members.models import Application

State = Application.State


class WordsForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("What you write to the applicant"),
        help_text=gettext_lazy("It goes by letter. Empty: no letter, for example after a talk by phone."),
        required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("The applicant reads it in the letter."),
        max_length=3000, widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip


class SureForm(forms.Form):
    """Asks before something goes for good."""


class NoteForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Note"),
        help_text=gettext_lazy("For the office alone; your name and the day are added."),
        max_length=3000, widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip


def talk(application: Application, user, words: str) -> str:
    actions.talk(application, user, words)
    return _("The application is in talks.")


def approve(application: Application, user) -> str:
    organization = actions.approve(application, user)
    return _("%(name)s is a member; its people are invited.") % {"name": organization.name}


def vouch(application: Application, user) -> str:
    actions.vouch(application, user)
    return _("The address counts as confirmed; your name stands in the note.")


def decline(application: Application, user, reason: str) -> str:
    actions.decline(application, user, reason)
    return _("The application is declined; the applicant gets the reason by letter.")


def take_up_again(application: Application, user) -> str:
    actions.take_up_again(application, user)
    return _("The application is not declined any more.")


def write_down(application: Application, user, words: str) -> str:
    actions.write_down(application, user, words)
    return _("The note is saved.")


def delete(application: Application, user) -> str:
    application.delete()
    return _("The application is deleted.")


def entered_here(application: Application) -> bool:
    """Begun by the office and not sent yet."""
    return application.state == State.DRAFT


def send_link(application: Application, user) -> str:
    letters.entered(application)
    return _("The letter with the link is sent.")


class ApplicationRegister(Register):
    """Without the drafts that people are filling in themselves: those are nobody's business yet."""

    model = Application
    menu_icon = "form"
    menu_order = 3
    list_display = ["name", "where", "state", "source", "sent_at", "is_confirmed"]
    list_filter = [filters.ByState, filters.ByKind, filters.ByProvince, filters.BySource]
    list_select_related = ["decided_by", "entered_by", "organization"]
    search_fields = ["name", "eik", "email"]
    inspect_view_fields = [
        "state", "source", "language", "email", "is_confirmed", "sent_at", "decided_at", "decided_by", "reason",
        "organization", "entered_by", "note",
    ]  # fmt: skip
    list_export = [
        *("name", "kind", "eik", "where", "phone", "people_words"),
        *inspect_view_fields,
    ]
    export_name = "zayavlenia"
    entrance = gettext_lazy("Enter an application"), "enter_application"
    verbs = {
        "talk": Verb(gettext_lazy("Begin to talk"), lambda item: item.state == State.NEW, talk, WordsForm),
        "approve": Verb(gettext_lazy("Approve"), lambda item: item.state in OPEN, approve),
        "vouch": Verb(
            gettext_lazy("The e-mail is right, we spoke"),
            lambda item: item.state in OPEN and not item.email_confirmed_at,
            vouch,
        ),
        "decline": Verb(gettext_lazy("Decline"), lambda item: item.state in (State.DRAFT, *OPEN), decline, ReasonForm),
        "again": Verb(gettext_lazy("Not declined after all"), lambda i: i.state == State.DECLINED, take_up_again),
        "note": Verb(gettext_lazy("Add a note"), lambda item: True, write_down, NoteForm),
        "link": Verb(gettext_lazy("Send the link to go on"), lambda item: entered_here(item) and item.email, send_link),
        "delete": Verb(gettext_lazy("Delete"), entered_here, delete, SureForm, removes=True),
    }

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(state=State.DRAFT, source=Application.Source.WEB)

    def sections(self, application) -> list[Section]:
        answers = [
            Section(str(part.step.title), [Row(str(answer.question), answer.words) for answer in part.answers])
            for part in read(application)
        ]
        return [Section(_("Resembles"), alike(application)), *answers]

    def links(self, application) -> list[tuple[str, str]]:
        if entered_here(application):
            return [
                (_("Correct"), reverse("correct_application", args=[application.pk])),
                (_("Letter on paper"), reverse("letter_on_paper", args=[application.pk])),
            ]
        if application.organization_id:
            edit = reverse("wagtailsnippets_members_organization:edit", args=[application.organization_id])
            return [(_("Profile of the organisation"), edit)]
        return []

    def get_admin_urls_for_registration(self):
        return [
            *super().get_admin_urls_for_registration(),
            path("members/application/enter/", enter_application.enter, name="enter_application"),
            path("members/application/correct/<int:pk>/", correct_application.correct, name="correct_application"),
            path("members/application/paper/<int:pk>/", enter_application.paper, name="letter_on_paper"),
        ]

    def where(self, application) -> str:
        return application.answers.get("settlement", "")

    where.short_description = gettext_lazy("settlement")

    def phone(self, application) -> str:
        return application.answers.get("phone", "")

    phone.short_description = gettext_lazy("phone")

    def people_words(self, application) -> str:
        roles = dict(Role.choices)
        return "; ".join(f"{row['name']} <{row['email']}>, {roles.get(row['role'], '–')}" for row in application.people)

    people_words.short_description = gettext_lazy("people")

    def is_confirmed(self, application) -> str:
        return _("yes") if application.email_confirmed_at else _("no")

    is_confirmed.short_description = gettext_lazy("confirmed")


modeladmin_register(ApplicationRegister)
open_to(holders("members.application"), "enter_application", "correct_application", "letter_on_paper")
