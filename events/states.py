"""How an event goes on: moved, cancelled, announced again, held. Asked for twice, it happens once."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events.enums import State
from events.models import Event
from events.publishing import count_change
from events.registering.put_up import offer_more_seats

STATES_AFTER = {
    State.ANNOUNCED: (State.MOVED, State.CANCELLED, State.HELD),
    State.MOVED: (State.ANNOUNCED, State.MOVED, State.CANCELLED, State.HELD),
    State.CANCELLED: (State.ANNOUNCED, State.MOVED, State.CANCELLED),
    State.HELD: (State.ANNOUNCED,),
}


def possible_states(event: Event) -> list[State]:
    """Which states can follow just now; nothing was held before it began."""
    after = STATES_AFTER[State(event.state)]
    return [state for state in after if state != State.HELD or event.starts_at <= timezone.now()]


@transaction.atomic
def change_state(pk: int, state: str, note_bg: str, note_en: str, user) -> bool:
    """Whether anything changed. Readers see it at once, calendars that follow get it, and at the next tick everybody
    registered is told (events/registering/telling.py)."""
    event = Event.objects.select_for_update(of=("self",)).get(pk=pk)
    same = (event.state, event.state_note_bg or "", event.state_note_en or "") == (state, note_bg, note_en)
    if same or State(state) not in possible_states(event):
        return False
    event.state, event.state_note_bg, event.state_note_en = state, note_bg, note_en
    event.save(update_fields=["state", "state_note_bg", "state_note_en"])
    log(event, f"portal.event.{state}", user=user, data={"note": note_bg})
    count_change(instance=event)
    transaction.on_commit(lambda: offer_more_seats(instance=event))
    return True
