"""Letters about a registration, in its language. Each is written in the transaction of what it tells, under a key of
its own: it goes out when that is kept, and once."""

from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import mail
from core.addresses import absolute
from core.dates import day_time
from events import ical
from events.addresses import event_address
from events.enums import SeatState
from events.models import Registration, Seat
from events.registering import keys, words
from events.where import whole_place


def confirm(registration: Registration) -> None:
    """The e-mail is to be shown to be the person's own."""
    waiting = Seat.objects.filter(attendee__registration=registration).order_by("until")
    held = waiting.filter(state=SeatState.HELD)
    with translation.override(registration.language):
        lines = [_("Please confirm that this address is yours: open the link and press the button.")]
        if first := held.first():
            lines.append(
                _("The seats are held for you until %(moment)s; then others get them.")
                % {"moment": day_time(first.until)}
            )
        elif first := waiting.first():
            lines.append(
                _("The seats are gone. Your place in line is kept until %(moment)s; who confirms by then keeps it.")
                % {"moment": day_time(first.until)}
            )
        _write(registration, "confirm", _("Confirm your registration"), lines, confirming=True)


def confirm_again(registration: Registration, mark: str) -> None:
    """Asked for; at most once in what the mark stands for."""
    with translation.override(registration.language):
        lines = [_("Please confirm that this address is yours: open the link and press the button.")]
        _write(registration, f"confirm:{mark}", _("Confirm your registration"), lines, confirming=True)


def registered(registration: Registration) -> None:
    """What became of the form: seats, places in line, or the host's word to wait for."""
    states = set(Seat.objects.filter(attendee__registration=registration).values_list("state", flat=True))
    with translation.override(registration.language):
        if SeatState.CONFIRMED in states:
            subject, lines = _("You are registered"), [_("Seats are kept for you. Below is who has one for what.")]
        elif SeatState.ASKED in states:
            subject, lines = _("Your registration waits for the host's approval"), []
        elif SeatState.WAITING in states:
            subject, lines = _("You are on the waiting list"), []
        else:
            subject = _("This registration is over")
            lines = [_("Your e-mail is confirmed, but there is no seat and no place in line on this form any more.")]
        if SeatState.ASKED in states:
            lines.append(_("The host looks at each registration; we will write to you as soon as it is decided."))
        if SeatState.WAITING in states:
            lines.append(_("Where the seats are gone you stand in line. We will write to you when one becomes free."))
        _write(registration, "registered", subject, lines)


def offered(seat: Seat) -> None:
    with translation.override(_language(seat)):
        lines = [
            _("A seat for %(person)s at “%(part)s” has become free.") % _names(seat),
            _("It is kept until %(moment)s. Who does not take it by then gives it to the next in line.")
            % {"moment": day_time(seat.until)},
        ]
        _about(seat, f"offered:{_stamp(seat.until)}", _("A seat is free for you"), lines, _("Take the seat"))


def given(seat: Seat) -> None:
    """It is theirs now, or as soon as the host approves."""
    with translation.override(_language(seat)):
        if seat.state == SeatState.ASKED:
            lines = [_("A seat for %(person)s at “%(part)s” is kept until the host decides.") % _names(seat)]
            subject = _("Your registration waits for the host's approval")
        else:
            lines = [_("%(person)s has a seat at “%(part)s”.") % _names(seat)]
            subject = _("You have a seat")
        _about(seat, f"given:{_now()}", subject, lines)


def let_pass(seat: Seat, was_offered: bool, until: datetime) -> None:
    with translation.override(_language(seat)):
        if was_offered:
            lines = [
                _("The seat for %(person)s at “%(part)s” was not taken in time and went to the next.") % _names(seat)
            ]
            _about(seat, f"passed:{_stamp(until)}", _("The offered seat went to the next"), lines)
        else:
            lines = [
                _("Your e-mail was not confirmed in time, so that “%(part)s” is open to others again.") % _names(seat),
                _("You can still confirm: you get a seat if one is left, else a place in line."),
            ]
            registration = seat.attendee.registration
            _write(registration, "lapsed", _("Your registration was not confirmed"), lines, confirming=True)


def approved(seat: Seat) -> None:
    with translation.override(_language(seat)):
        lines = [_("%(person)s has a seat at “%(part)s”.") % _names(seat)]
        _about(seat, f"approved:{_now()}", _("The host approved your registration"), lines)


def declined(seat: Seat, reason: str) -> None:
    with translation.override(_language(seat)):
        lines = [_("The host could not give a seat to %(person)s at “%(part)s”.") % _names(seat)]
        if reason:
            lines.append(reason)
        _about(seat, f"declined:{_now()}", _("Your registration was declined"), lines)


def cancelled(seats: list[Seat], by_host: bool) -> None:
    registration = seats[0].attendee.registration
    with translation.override(registration.language):
        lines = [
            _("The host cancelled these seats:") if by_host else _("These seats are given back, as you asked:"),
            *(_("%(person)s, “%(part)s”") % _names(seat) for seat in seats),
        ]
        _write(registration, f"cancelled:{_now()}", _("The registration is cancelled"), lines)


def passed_on(given_by: Registration, taken_over: Registration) -> None:
    """To the colleague, and to who passed it on, if there is an address."""
    with translation.override(taken_over.language):
        lines = [
            _("%(person)s passed a seat on to you.") % {"person": given_by.name},
            _("Please confirm that this address is yours: open the link and press the button."),
        ]
        _write(taken_over, "taken-over", _("A seat was passed on to you"), lines, confirming=True)
    with translation.override(given_by.language):
        lines = [
            _("The seat is now that of %(person)s; your old code is no longer valid.") % {"person": taken_over.name}
        ]
        _write(given_by, f"passed-on:{taken_over.pk}", _("The seat is passed on"), lines)


def merged(kept: Registration, others: list[Registration]) -> None:
    """To who is on the form that is left; another address is told that it stands on none any more, and no more."""
    with translation.override(kept.language):
        lines = [_("The host put your registrations together into one. Below is who has a seat for what.")]
        subject, is_unsure = _("Your registrations are one now"), not kept.confirmed_at
        if is_unsure:
            lines.append(_("Please confirm that this address is yours: open the link and press the button."))
        _write(kept, f"merged:{_now()}", subject, lines, confirming=is_unsure)
    for other in others:
        if other.email != kept.email:
            with translation.override(other.language):
                lines = [_("It was merged with another registration. Its link and its codes are no longer valid.")]
                _write(other, "merged", _("Your registration was merged with another one"), lines, is_over=True)


def note(registration: Registration, mark: str, subject: str, lines: list[str]) -> None:
    """What the host has to say to everybody, in words that are written already."""
    _write(registration, mark, subject, lines)


def _about(seat: Seat, mark: str, subject: str, lines: list[str], button: str = "") -> None:
    _write(seat.attendee.registration, f"seat:{seat.pk}:{mark}", subject, lines, button)


def _write(registration, mark, subject, lines, button: str = "", confirming: bool = False, is_over=False) -> None:
    """Nobody is written to who gave no address."""
    if not registration.email:
        return
    event, code = registration.event, registration.language
    with translation.override(code):
        event_url = absolute(event_address(event.slug, code))
        if is_over:
            button, link = _("The event"), event_url
        else:
            link = keys.link_to_confirm(registration) if confirming else keys.link(registration)
        is_sure = words.has_seat(registration)
        online_link = event.online_link if is_sure else ""
        context = {
            "subject": subject,
            "lines": lines,
            "button": button or (_("Confirm the address") if confirming else _("Your registration")),
            "link": link,
            "title": event.title_in(code),
            "when": words.when(event),
            "where": whole_place(event, code),
            "event_url": event_url,
            "online_link": online_link,
            "comers": words.comers(registration, code),
            "host": words.host(event, code),
        }
        calendar = [(f"{event.slug}.ics", "text/calendar", ical.invitation(event, code, online_link).decode())]
    mail.post(
        f"registration:{registration.pk}:{mark}",
        [registration.email],
        "event/registration",
        context,
        code,
        attachments=calendar if is_sure else [],
    )


def _language(seat: Seat) -> str:
    return seat.attendee.registration.language


def _names(seat: Seat) -> dict:
    return {"person": seat.attendee.name, "part": seat.part.name_in(_language(seat)).text}


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M%S}"


def _now() -> str:
    return f"{timezone.now():%Y%m%d%H%M%S%f}"
