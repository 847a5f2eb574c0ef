"""What becomes of two registrations of the same people: which seat is the better one, and where everything else that
hangs on them goes. Who asks holds the locks (`seats.merge`)."""

from datetime import datetime

from core.skeleton import keys
from events.enums import SeatState
from events.models import Attendee, Certificate, OpinionAsked, Registration, Seat
from events.registering.answers import SECOND

BEST_FIRST = (
    *(SeatState.CONFIRMED, SeatState.ASKED, SeatState.OFFERED, SeatState.HELD),
    *(SeatState.WAITING, SeatState.EXPIRED, SeatState.CANCELLED, SeatState.DECLINED),
)
STANDING = ("state", "is_reserved", "until", "came_at", "let_in_from")
FILLED = ("person", "organization", "organization_name", "email", "phone", "consent_version")
"""What the form that is kept takes from another one where it has nothing itself."""


def is_same_name(one: str, other: str) -> bool:
    """In Cyrillic or in Latin letters, in whichever case."""
    return bool(set(filter(None, keys(one))) & set(filter(None, keys(other))))


def alike(registration: Registration) -> list[Registration]:
    """Others of the same event with somebody of the same name on them, or from the same address."""
    own = set().union(*(keys(one.name) for one in registration.attendees.all())) - {""}
    there = Attendee.objects.filter(registration__event=registration.event_id, registration__erased_at=None)
    others = there.exclude(registration=registration).exclude(name="").select_related("registration")
    found = {
        one.registration_id: one.registration
        for one in others.order_by("registration", "pk")
        if own & set(keys(one.name)) or (registration.email and one.registration.email == registration.email)
    }
    return list(found.values())


def best_first(registration: Registration) -> tuple:
    """Whose seats are the surest, then whose e-mail is confirmed, then who came first."""
    ranks = [_rank(seat) for seat in Seat.objects.filter(attendee__registration=registration)]
    return min(ranks, default=(True, len(BEST_FIRST))), not registration.confirmed_at, registration.pk


def who_is_who(kept: Registration, others: list[Registration]) -> dict[int, int]:
    """A guess for `seats.merge`, by name alone: several people may share the address of an office."""
    people, guess = list(kept.attendees.all()), {}
    for other in others:
        coming = list(other.attendees.all())
        for attendee in coming:
            if twin := next((one for one in people if is_same_name(one.name, attendee.name)), None):
                guess[attendee.pk] = twin.pk
        people += [attendee for attendee in coming if attendee.pk not in guess]
    return guess


def unite(kept: Seat, other: Seat) -> None:
    """The better of two seats at the same part, the earlier place in line and the answers of both, not saved yet. Who
    was let in with one of them stands as she stood with the better one when that is taken back."""
    stood = min((_before_the_door(seat) for seat in (kept, other)), key=lambda one: BEST_FIRST.index(one[0]))
    if _rank(other) < _rank(kept):
        for name in STANDING:
            setattr(kept, name, getattr(other, name))
    if kept.let_in_from:
        kept.let_in_from, kept.until = ("", None) if stood[0] == SeatState.CONFIRMED else stood
    kept.queued_at = min(kept.queued_at, other.queued_at)
    kept.answers = _both(kept.answers, other.answers)


def _rank(seat: Seat) -> tuple[bool, int]:
    """Who came comes first, unless that was taken back by cancelling her seat."""
    has_come = seat.came_at is not None and seat.state == SeatState.CONFIRMED
    return not has_come, BEST_FIRST.index(seat.state)


def _before_the_door(seat: Seat) -> tuple[str, datetime | None]:
    return seat.let_in_from or seat.state, seat.until


def _both(kept: dict, other: dict) -> dict:
    """Another answer to the same question stands beside the one that is kept."""
    found = dict(kept)
    for key, answer in other.items():
        while key in found and found[key] != answer:
            key += SECOND
        found[key] = answer
    return found


def move_what_hangs_on(attendee: Attendee, twin: Attendee) -> None:
    """Certificates: the number that the kept person has stands in for the other. Whoever gave an opinion once is not
    asked again."""
    last = Certificate.objects.valid().filter(attendee=attendee).first()
    first = Certificate.objects.filter(attendee=twin, replaces=None).first()
    if last and first:
        first.replaces = last
        first.save(update_fields=["replaces"])
    Certificate.objects.filter(attendee=attendee).update(attendee=twin)
    asked = OpinionAsked.objects.filter(attendee=attendee).first()
    if asked and not OpinionAsked.objects.filter(attendee=twin).exists():
        OpinionAsked.objects.filter(pk=asked.pk).update(attendee=twin)
    elif asked and asked.answered:
        OpinionAsked.objects.filter(attendee=twin).update(answered=True)
    twin.position = twin.position or attendee.position
    twin.save(update_fields=["position"])


def take_over(kept: Registration, other: Registration, user, now: datetime) -> None:
    """What a form says besides its people; the empty form stays with what went out about it."""
    for name in FILLED:
        if not getattr(kept, name) and getattr(other, name):
            setattr(kept, name, getattr(other, name))
    kept.note = "\n".join(filter(None, [kept.note, other.note if other.note != kept.note else ""]))
    confirmed = [moment for moment in (kept.confirmed_at, other.confirmed_at) if moment]
    kept.confirmed_at = min(confirmed, default=None)
    kept.save()
    other.answer_files.update(registration=kept)
    other.person, other.phone, other.note = None, "", ""
    other.merged_into, other.merged_at, other.merged_by = kept, now, user
    other.save()
    other.merged.update(merged_into=kept)
