"""What those who are registered know of an event: it is compared with how the event stands now."""

from events.models import Event
from events.where import whole_place


def how_it_stands(event: Event) -> dict:
    """When and where, and whether it takes place."""
    return {
        "state": event.state,
        "note_bg": event.state_note_bg or "",
        "note_en": event.state_note_en or "",
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "where_bg": whole_place(event, "bg"),
        "where_en": whole_place(event, "en"),
    }


def remember(event: Event) -> None:
    """The first who registers sees the event as it stands: everything that differs later is told."""
    if not event.told_registered:
        Event.objects.filter(pk=event.pk, told_registered={}).update(told_registered=how_it_stands(event))
