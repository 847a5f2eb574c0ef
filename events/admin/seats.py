"""The register of registrations: one row for each person at each part. Each host has its own, the office all."""

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core import language
from core.admin.doors import everybody, open_to
from core.admin.registers import RegisterIndex
from core.admin.verbs import Row, Section, Verb
from core.dates import day_time
from core.validators import plain_text
from events.admin import answer_files, enter_people, import_people, merge_people, seat_filters, write_to_all
from events.enums import OVER, SeatState
from events.models import Registration, Seat
from events.registering import answers, merging, seats, words
from members.admin.own_registers import OwnRegister, OwnRowsMenuItem
from members.models import Organization


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), help_text=gettext_lazy("It goes by letter; it may stay empty."),
        required=False, max_length=1000, validators=[plain_text], widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip


class OrganizationForm(forms.Form):
    organization = forms.ModelChoiceField(
        Organization.objects.visible_to(), label=gettext_lazy("Organisation on the portal"), required=False,
        help_text=gettext_lazy("Counted by its sector and province, with everybody on the same form."),
    )  # fmt: skip


def set_organization(seat: Seat, user, organization: Organization | None) -> str:
    Registration.objects.filter(pk=seat.attendee.registration_id).update(organization=organization)
    return _("The organisation is written down.")


def _heard(seat: Seat, done: str) -> str:
    """With how the person hears of it."""
    if seat.attendee.registration.email:
        return f"{done} " + _("A letter is on its way.")
    return f"{done} " + _("There is no e-mail address: please call the person.")


def approve(seat: Seat, user) -> str:
    seats.approve(seat)
    return _heard(seat, _("The registration is approved."))


def decline(seat: Seat, user, reason: str) -> str:
    seats.decline(seat, reason)
    return _heard(seat, _("The registration is declined."))


def cancel(seat: Seat, user) -> str:
    seats.cancel_seat(seat, by_host=True)
    return _heard(seat, _("The seat is cancelled; it is offered to the next in line."))


def give_seat(seat: Seat, user) -> str:
    seats.seat_at_once(seat)
    return _heard(seat, _("The person has a seat."))


class SeatList(RegisterIndex):
    def get_page_title(self):
        return _("Registrations")


class SeatRegister(OwnRegister):
    model = Seat
    index_view_class = SeatList
    menu_icon = "group"
    menu_order = 8
    index_template_name = "events/admin/seats_index.html"
    list_display = ["person", "organization", "event", "part", "state", "sent_at"]
    list_filter = [seat_filters.ByEvent, seat_filters.ByPart, seat_filters.ByState, seat_filters.BySource]
    list_select_related = ["attendee__registration__entered_by", "part__event"]
    search_fields = [
        "attendee__name", "attendee__code", "attendee__registration__email",
        "attendee__registration__organization_name",
    ]  # fmt: skip
    inspect_view_fields = [
        "person", "position", "organization", "event", "part", "state", "until", "is_reserved", "email", "phone",
        "is_confirmed", "note", "code", "came_at", "sent_at", "source", "entered_by", "consent",
    ]  # fmt: skip
    list_export = [*inspect_view_fields, "answers_in_words"]
    export_name = "zapisani"
    entrance = gettext_lazy("Enter people"), "enter_people"
    verbs = {
        "approve": Verb(gettext_lazy("Approve"), lambda seat: seat.state == SeatState.ASKED, approve),
        "confirm": Verb(gettext_lazy("Give a seat"), lambda seat: seat.state != SeatState.CONFIRMED, give_seat),
        "decline": Verb(gettext_lazy("Decline"), lambda seat: seat.state not in OVER, decline, ReasonForm),
        "cancel": Verb(gettext_lazy("Cancel the seat"), lambda seat: seat.state not in OVER, cancel),
        "organization": Verb(
            gettext_lazy("Organisation on the portal"),
            lambda seat: not seat.attendee.registration.erased_at,
            set_organization,
            OrganizationForm,
        ),
    }

    def get_menu_label(self):
        return gettext_lazy("Registrations")

    def _do(self, request, doing: Verb, pk: int, answers: dict) -> str:
        """The seat is locked after its part, or two would wait for each other: `seats` sees to it."""
        seat = get_object_or_404(self.get_queryset(request), pk=pk)
        return doing.do(seat, request.user, **answers) if doing.is_possible(seat) else _("This was done already.")

    def sections(self, seat) -> list[Section]:
        answered = [
            Row(question or _("Answer"), told, reverse("answer_file", args=[key]) if key else "")
            for question, told, key in answers.in_words(seat, language.active())
        ]
        others = [
            Row(comer.attendee.name or _("erased"), "; ".join(f"{each.part}: {each.words}" for each in comer.standings))
            for comer in words.comers(seat.attendee.registration, language.active())
        ]
        found = [
            Section(_("Answers"), answered),
            Section(_("On the same form"), others),
            Section(_("Perhaps the same person"), self._alike(seat)),
            Section(_("Merged into it"), self._merged(seat.attendee.registration)),
        ]
        return [section for section in found if section.rows]

    def _alike(self, seat) -> list[Row]:
        """Others of the event under the same name or the same address: somebody registered twice?"""
        others = Seat.objects.filter(attendee__registration__in=merging.alike(seat.attendee.registration))
        return [
            Row(
                str(other.attendee),
                f"{other.part}: {other.get_state_display()}",
                self.url_helper.get_action_url("inspect", other.pk),
            )
            for other in others.select_related("attendee", "part")
        ]

    def _merged(self, registration: Registration) -> list[Row]:
        return [
            Row(
                f"{one} {one.email}".strip(),
                " – ".join(filter(None, [day_time(one.merged_at), str(one.merged_by or "")])),
            )
            for one in registration.merged.select_related("merged_by").order_by("merged_at")
        ]

    def links(self, seat) -> list[tuple[str, str]]:
        merge = (_("Merge with another registration"), reverse("merge_people", args=[seat.pk]))
        return [] if seat.attendee.registration.erased_at else [merge]

    def get_admin_urls_for_registration(self):
        return [
            *super().get_admin_urls_for_registration(),
            path("events/people/enter/", enter_people.enter, name="enter_people"),
            path("events/people/list/", import_people.from_list, name="people_from_list"),
            path("events/people/write/", write_to_all.write, name="write_to_registered"),
            path("events/people/merge/<int:pk>/", merge_people.merge, name="merge_people"),
            path("events/people/file/<uuid:key>/", answer_files.download, name="answer_file"),
        ]

    def person(self, seat) -> str:
        return str(seat.attendee)

    person.short_description = gettext_lazy("name")
    person.admin_order_field = "attendee__name"

    def position(self, seat) -> str:
        return seat.attendee.position

    position.short_description = gettext_lazy("Position")

    def code(self, seat) -> str:
        return seat.attendee.code

    code.short_description = gettext_lazy("code")

    def organization(self, seat) -> str:
        return seat.attendee.registration.organization_name

    organization.short_description = gettext_lazy("organisation")

    def event(self, seat) -> str:
        return seat.part.event.title

    event.short_description = gettext_lazy("event")
    event.admin_order_field = "part__event__starts_at"

    def email(self, seat) -> str:
        return seat.attendee.registration.email

    email.short_description = gettext_lazy("e-mail")

    def phone(self, seat) -> str:
        return seat.attendee.registration.phone

    phone.short_description = gettext_lazy("phone")

    def note(self, seat) -> str:
        return seat.attendee.registration.note

    note.short_description = gettext_lazy("note")

    def sent_at(self, seat):
        return seat.attendee.registration.created_at

    sent_at.short_description = gettext_lazy("received")
    sent_at.admin_order_field = "attendee__registration__created_at"

    def source(self, seat) -> str:
        return str(seat.attendee.registration.get_source_display())

    source.short_description = gettext_lazy("how it came")

    def entered_by(self, seat) -> str:
        return str(seat.attendee.registration.entered_by or "")

    entered_by.short_description = gettext_lazy("entered by")

    def is_confirmed(self, seat) -> str:
        return _("yes") if seat.attendee.registration.confirmed_at else _("no")

    is_confirmed.short_description = gettext_lazy("e-mail confirmed")

    def consent(self, seat) -> str:
        return seat.attendee.registration.consent_version

    consent.short_description = gettext_lazy("version of the consent")

    def answers_in_words(self, seat) -> str:
        return answers.in_one_line(seat, language.active())

    answers_in_words.short_description = gettext_lazy("answers")


modeladmin_register(SeatRegister)
open_to(
    everybody,
    *(f"events_seat_modeladmin_{name}" for name in ("index", "inspect", *SeatRegister.verbs)),
    *("enter_people", "people_from_list", "write_to_registered", "merge_people", "answer_file"),
)


@hooks.register("register_admin_menu_item")
def registrations_menu_item():
    return OwnRowsMenuItem(gettext_lazy("Registrations"), Seat, name="own-seats", icon_name="group", order=156)
