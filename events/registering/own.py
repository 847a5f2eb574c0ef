"""One's own registration: whoever has its link reads it, changes names, passes a seat on, takes one, gives it back."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import language
from core.rate_limit import too_many
from core.validators import plain_line, visible
from core.views.private import private
from core.views.sent import sent_to
from events import ical
from events.models import Attendee, Registration, Seat
from events.registering import keys, letters, seats, words
from events.registering.codes import drawn
from events.registering.next_steps import next_steps
from events.registering.views import BESIDE, about
from members.models.user import normal_email

PASSED_ON_PER_HOUR, SENT_AGAIN_PER_HOUR = 10, 6


class NameForm(forms.Form):
    """Who comes, as on the badge."""

    name = forms.CharField(label=gettext_lazy("Name and surname"), max_length=120, validators=[plain_line, visible])
    position = forms.CharField(
        label=gettext_lazy("Position"), max_length=120, required=False, validators=[plain_line, visible]
    )


class ColleagueForm(NameForm):
    email = forms.EmailField(
        label=gettext_lazy("E-mail of the colleague"), max_length=254, validators=[plain_line],
        help_text=gettext_lazy("The new link and the new code go there."),
    )  # fmt: skip

    def clean_email(self):
        return normal_email(self.cleaned_data["email"])


@private
def show(request, token):
    registration = _registration(token)
    if registration.token != token:
        return redirect("events:registration", registration.token)
    comers = words.comers(registration, language.active())
    for_all = [standing.seat for comer in comers for standing in comer.standings]
    shown = about(registration.event) | {
        "registration": registration,
        "comers": [(comer, drawn(comer.attendee) if comer.has_seat else "") for comer in comers],
        "has_seat": any(comer.has_seat for comer in comers),
        "is_open": any(comer.is_open for comer in comers),
        "is_waiting": any(seat.state == "waiting" for seat in for_all),
        "may_change": timezone.now() < registration.event.ends_at,
    }
    if shown["is_open"] and not registration.event.is_cancelled:
        shown["next_steps"] = next_steps(registration, comers, timezone.now())
    return _answer(request, "registration", shown)


@private
def confirm(request, token, shown: str):
    """The link in the letter opens a page with a button: mail programs that look at links confirm nothing."""
    sent = _sent(token)
    if not keys.proves(sent, shown):
        raise Http404
    registration = _left_of(sent)
    if request.method == "POST":
        try:
            seats.confirm(registration)
            messages.success(request, _("Your e-mail is confirmed."))
        except seats.Refused as refusal:
            messages.error(request, " ".join(refusal.messages))
    if request.method == "POST" or registration.confirmed_at:
        return redirect("events:registration", token)
    return _answer(request, "confirm", about(registration.event) | {"registration": registration})


@private
@sent_to("events:registration", "token")
def send_again(request, token):
    registration = _registration(token)
    if too_many(request, "send-again", SENT_AGAIN_PER_HOUR, 3600):
        messages.error(request, _("Too many in one hour from here. Please try again later."))
    elif not registration.confirmed_at and registration.email:
        letters.confirm_again(registration, f"{timezone.now():%Y%m%d%H%M}")
        messages.success(request, _("The letter is on its way once more."))
    return redirect("events:registration", token)


@private
@sent_to("events:registration", "token")
def accept(request, token, pk: int):
    registration = _registration(token)
    seat = get_object_or_404(Seat, pk=pk, attendee__registration=registration)
    try:
        seats.accept(seat)
        messages.success(request, _("The seat is yours."))
    except seats.Refused as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("events:registration", token)


@private
def cancel(request, token, code: str = ""):
    """All of it, or one person; asks first."""
    registration = _registration(token)
    attendee = _attendee(registration, code) if code else None
    _only_before_the_end(registration)
    if request.method == "POST":
        given_back = seats.cancel(registration, attendee)
        if given_back:
            messages.success(request, _("The seats are given back. Thank you for letting us know."))
        return redirect("events:registration", token)
    shown = about(registration.event) | {"registration": registration, "attendee": attendee}
    return _answer(request, "cancel", shown)


@private
def change(request, token, code: str):
    """Another name on the same badge; the e-mail and the code stay."""
    registration = _registration(token)
    attendee = _attendee(registration, code)
    _only_before_the_end(registration)
    known = {"name": attendee.name, "position": attendee.position}
    form = NameForm(request.POST) if request.method == "POST" else NameForm(initial=known)
    if form.is_valid():
        Attendee.objects.filter(pk=attendee.pk, registration=registration).update(**form.cleaned_data)
        messages.success(request, _("The name is changed."))
        return redirect("events:registration", token)
    return _answer(request, "change", about(registration.event) | _of(registration, attendee, form))


@private
def pass_on(request, token, code: str):
    """To a colleague with an address of his own."""
    registration = _registration(token)
    attendee = _attendee(registration, code)
    _only_before_the_end(registration)
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        if too_many(request, "pass-on", PASSED_ON_PER_HOUR, 3600):
            form.add_error(None, _("Too many in one hour from here. Please try again later."))
            status = 429
        else:
            try:
                seats.transfer(attendee, **form.cleaned_data)
                messages.success(request, _("The seat is passed on; your colleague gets a letter."))
                return redirect("events:registration", token)
            except seats.Refused as refusal:
                form.add_error(None, refusal)
    return _answer(request, "pass_on", about(registration.event) | _of(registration, attendee, form), status)


@private
def calendar(request, token):
    """The online link is in it for who has a seat."""
    registration = _registration(token)
    event = registration.event
    link = event.online_link if words.has_seat(registration) else ""
    answer = HttpResponse(ical.invitation(event, language.active(), link), content_type=ical.CONTENT_TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return answer


def _registration(token) -> Registration:
    return _left_of(_sent(token))


def _sent(token) -> Registration:
    beside = [f"event__{name}" for name in BESIDE]
    return get_object_or_404(Registration.objects.select_related(*beside, "merged_into"), token=token, erased_at=None)


def _left_of(sent: Registration) -> Registration:
    """The links of one that was merged lead on for the same address alone: another one may be somebody else's."""
    kept = sent.merged_into
    if kept is None:
        return sent
    if not kept.email or kept.email != sent.email:
        raise Http404
    return kept


def _attendee(registration: Registration, code: str) -> Attendee:
    return get_object_or_404(registration.attendees, code=code)


def _only_before_the_end(registration: Registration) -> None:
    if registration.event.is_past_at(timezone.now()):
        raise Http404


def _of(registration: Registration, attendee: Attendee, form) -> dict:
    return {"registration": registration, "attendee": attendee, "form": form}


def _answer(request, name: str, shown: dict, status: int = 200):
    """Whoever has the link sees the address that stands on the form: a slip of the pen is noticed there."""
    answer = render(request, f"events/registering/{name}.html", shown, status=status)
    answer.shows_addresses = True
    return answer
