"""What everybody who is registered is told: the host's own letters, reminders, and that something has changed.

That a letter was written to everybody is a row of `Mailing` under a key of its own, made in the same transaction as
the letters: whoever comes second, another process or another press of the button, finds it and writes nothing.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from core.written import written
from events.enums import SeatState, State
from events.models import Event, Mailing, Registration, Reminder, Seat
from events.registering import letters, words
from events.registering.known import how_it_stands

STANDING = (SeatState.HELD, SeatState.ASKED, SeatState.CONFIRMED, SeatState.WAITING, SeatState.OFFERED)
"""Who is told of changes: whoever has a seat or hopes for one."""
PLACE = "settlement__municipality__province"
THANKS_FOR = timedelta(days=7)
"""After a longer stop of the machine nobody is thanked any more."""


def addressees(event: Event, states=STANDING, part_pk: int | None = None) -> QuerySet[Registration]:
    """Registrations with an address and a seat in one of the states; each once, however many people stand on it."""
    seats = Seat.objects.filter(state__in=states)
    if part_pk is not None:
        seats = seats.filter(part=part_pk)
    found = Registration.objects.filter(event=event, erased_at=None, pk__in=seats.values("attendee__registration"))
    return found.exclude(email="").select_related("event__organization", f"event__{PLACE}").order_by("pk")


@transaction.atomic
def write_to_all(
    event: Event, key: str, to: QuerySet[Registration], say: Callable[[str], tuple[str, list[str]]], user=None
) -> Mailing | None:
    """One letter to each; `say` gives its subject and lines in a language. None when it was written before."""
    subject, lines = say("bg")
    try:
        with transaction.atomic():
            mailing = Mailing.objects.create(
                event=event, key=key, subject=subject, text="\n\n".join(lines), sent_by=user
            )
    except IntegrityError:
        return None
    for registration in to:
        letters.note(registration, f"all:{mailing.pk}", *say(registration.language))
        mailing.letters += 1
    mailing.save(update_fields=["letters"])
    return mailing


def send_reminders(now: datetime) -> int:
    """What is due by now. Returns how many reminders were sent."""
    coming = Reminder.objects.filter(event__live=True, event__ends_at__gt=now - timedelta(days=70))
    waiting = coming.exclude(event__state=State.CANCELLED).select_related("event")
    return sum(_remind(reminder, now) for reminder in waiting.filter(event__starts_at__lt=now + timedelta(days=70)))


def _remind(reminder: Reminder, now: datetime) -> bool:
    event = reminder.event
    part = event.parts.filter(name_bg=reminder.part_name).first() if reminder.part_name else None
    if reminder.part_name and part is None:
        return False
    begins, ends = (part.starts_at, part.ends_at or event.ends_at) if part else (event.starts_at, event.ends_at)
    due_at = reminder.due_at(begins, ends)
    until = begins if reminder.when == Reminder.When.BEFORE else due_at + THANKS_FOR
    if not due_at <= now < until:
        return False
    # Not by its own key: publishing an older revision makes it anew.
    which = f"{reminder.when}:{reminder.hours}:{reminder.state}:{part.pk if part else 0}"
    key = f"reminder:{event.pk}:{which}:{due_at:%Y%m%d%H%M}"
    if Mailing.objects.filter(key=key).exists():
        return False
    to = addressees(event, [reminder.state], part and part.pk)
    came = Seat.objects.filter(part__event=event, came_at__isnull=False)
    if reminder.when == Reminder.When.AFTER and came.exists():  # who came was written down: others are not thanked
        to = to.filter(pk__in=came.values("attendee__registration"))
    return write_to_all(event, key, to, lambda code: _reminding(reminder, code)) is not None


def _reminding(reminder: Reminder, code: str) -> tuple[str, list[str]]:
    with translation.override(code):
        text = written(reminder.text_bg, reminder.text_en, code).text
        if reminder.when == Reminder.When.AFTER:
            return _("Thank you for coming"), [text or _("Thank you for having been with us.")]
        return _("It begins soon"), [text or _("We remind you of the event for which you are registered.")]


def tell_changes(now: datetime) -> int:
    """Whoever is registered hears of another time or place, a cancellation, a new note; what changed within one round
    of the clock stands in one letter. Returns for how many events something was written."""
    coming = Event.objects.filter(live=True, ends_at__gt=now).exclude(state=State.HELD).exclude(told_registered={})
    registered = coming.filter(pk__in=Registration.objects.values("event")).select_related(PLACE)
    return sum(_tell(event.pk, now) for event in registered if how_it_stands(event) != event.told_registered)


@transaction.atomic
def _tell(pk: int, now: datetime) -> bool:
    event = Event.objects.select_for_update(of=("self",)).select_related("organization", PLACE).get(pk=pk)
    before, news = event.told_registered, how_it_stands(event)
    if before == news:
        return False
    Event.objects.filter(pk=pk).update(told_registered=news)
    key = f"change:{pk}:{now:%Y%m%d%H%M%S%f}"
    write_to_all(event, key, addressees(event), lambda code: _changed(event, before, news, code))
    return True


def _changed(event: Event, before: dict, news: dict, code: str) -> tuple[str, list[str]]:
    """Subject and lines in one language; the present time and place stand in every letter."""
    with translation.override(code):
        note = written(news["note_bg"], news["note_en"], code).text
        if event.is_cancelled:
            return _("The event is cancelled"), [note or _("We are sorry: the event will not take place.")]
        lines = []
        if any(before[name] != news[name] for name in ("starts_at", "ends_at")):
            lines.append(_("It takes place at another time: %(when)s.") % {"when": words.when(event)})
        if before[f"where_{code}"] != news[f"where_{code}"]:
            lines.append(_("It takes place elsewhere: %(where)s.") % {"where": news[f"where_{code}"]})
        if before["state"] == State.CANCELLED:
            lines.append(_("It is not cancelled any more."))
        is_moved = event.state == State.MOVED and before["state"] != State.MOVED
        lines.append(note or _("Please look at the time and the place below once more."))
        return (_("The event is moved") if is_moved else _("A change of the event")), lines
