"""How an event goes on: moved, cancelled, announced again, held. Asked for twice, it happens once."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events.enums import State
from events.models import Event
from events.signals import state_changed

STATES_AFTER = {
    State.ANNOUNCED: (State.MOVED, State.CANCELLED, State.HELD),
    State.MOVED: (State.ANNOUNCED, State.MOVED, State.CANCELLED, State.HELD),
    State.CANCELLED: (State.ANNOUNCED, State.MOVED, State.CANCELLED),
    State.HELD: (State.ANNOUNCED,),
}
TOLD = (State.ANNOUNCED, State.MOVED, State.CANCELLED)


def possible_states(event: Event) -> list[State]:
    """Which states can follow just now; nothing was held before it began."""
    after = STATES_AFTER[State(event.state)]
    return [state for state in after if state != State.HELD or event.starts_at <= timezone.now()]


@transaction.atomic
def change_state(pk: int, state: str, note_bg: str, note_en: str, user) -> bool:
    """Whether anything changed. Readers see it at once, calendars that follow get it, everybody registered is told."""
    event = Event.objects.select_for_update(of=("self",)).get(pk=pk)
    same = (event.state, event.state_note_bg or "", event.state_note_en or "") == (state, note_bg, note_en)
    if same or State(state) not in possible_states(event):
        return False
    event.state, event.state_note_bg, event.state_note_en = state, note_bg, note_en
    event.sequence += 1
    event.save(update_fields=["state", "state_note_bg", "state_note_en", "sequence"])
    log(event, f"portal.event.{state}", user=user, data={"note": note_bg})
    if event.state in TOLD and event.live:
        state_changed.send(sender=Event, event=event)
    return True
