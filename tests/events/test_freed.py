"""Whatever frees a seat, the first in line gets it: every way in which one becomes free."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from events.checkin.presses import Press, take_in
from events.enums import State
from events.models import Event, EventPart
from events.registering import own_data, seats
from events.states import change_state
from members.signals import person_erased
from tests.factories.events import make_registration, seat_of
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(part):
    """Two have a seat, one waits: the first and the last of them."""
    first, _second, third = (make_registration(part, f"Човек {number}", f"{number}@example.net") for number in range(3))
    return first, third


def put_up(event_pk: int, **fields) -> None:
    """What the editor does: changes a part and publishes."""
    event = Event.objects.get(pk=event_pk)
    (part,) = event.parts.all()
    for name, value in fields.items():
        setattr(part, name, value)
    event.parts = [part]
    event.save_revision().publish()


WAYS = {
    "cancelled by who registered": lambda first: seats.cancel(first),
    "one person cancelled": lambda first: seats.cancel(first, first.attendees.get()),
    "cancelled by the host": lambda first: seats.cancel_seat(seat_of(first), by_host=True),
    "declined": lambda first: seats.decline(seat_of(first)),
    "personal data erased": lambda first: own_data.erase(first),
    "profile closed": lambda first: person_erased.send(
        sender=None, person=make_user("zatvoren@example.org"), addresses=[first.email]
    ),
    "more seats published": lambda first: put_up(first.event_id, capacity=3),
    "no end of seats any more": lambda first: put_up(first.event_id, capacity=None),
}


@pytest.mark.kinds
@pytest.mark.parametrize("way", WAYS)
def test_who_waits_is_offered_what_became_free(full, way):
    first, third = full
    WAYS[way](first)
    assert seat_of(third).state == "offered"


def test_kept_seats_that_are_given_to_all(part, full):
    EventPart.objects.update(capacity=5, reserved=3)
    _first, third = full
    assert seat_of(third).state == "waiting"
    put_up(part.event_id, reserved=0)
    assert seat_of(third).state == "offered"


def test_a_mark_at_the_door_that_is_taken_back(part, full, host):
    """Somebody who had cancelled was let in by mistake."""
    first, third = full
    seats.cancel(first)
    seats.cancel(third)
    now = timezone.now()

    def press(came, minute):
        take_in(part.event, host, [Press(uuid4(), seat_of(first).pk, came, now + timedelta(minutes=minute))], [])
        return seat_of(first).state

    assert press(True, 0) == "confirmed"
    late = make_registration(part, "Закъснял", "late@example.net")
    assert seat_of(late).state == "waiting"
    assert press(False, 1) == "cancelled" and seat_of(late).state == "offered"


def test_an_event_that_takes_place_after_all(part, full, host, django_capture_on_commit_callbacks):
    first, third = full
    change_state(part.event_id, State.CANCELLED, "Няма ток.", "", host)
    seats.cancel(first)
    assert seat_of(third).state == "waiting"
    with django_capture_on_commit_callbacks(execute=True):
        change_state(part.event_id, State.ANNOUNCED, "", "", host)
    assert seat_of(third).state == "offered"


def test_the_next_is_offered_what_the_first_lets_pass(part, full):
    first, third = full
    fourth = make_registration(part, "Четвърти", "4@example.net")
    seats.cancel(first)
    seats.expire(seat_of(third).until + timedelta(seconds=1))
    assert (seat_of(third).state, seat_of(fourth).state) == ("expired", "offered")
