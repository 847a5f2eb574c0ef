"""Where an event takes place, in words."""

from core.written import written
from events.models import Event


def hall_and_place(event: Event, code: str) -> str:
    """„Заседателна зала, Община Тунджа“."""
    return ", ".join(filter(None, (_in(event, "hall", code), _in(event, "place", code))))


def street_and_settlement(event: Event, code: str) -> str:
    """„пл. „Освобождение“ № 1, гр. Ямбол“."""
    settlement = event.settlement.written(code) if event.settlement_id else ""
    return ", ".join(filter(None, (_in(event, "address", code), settlement)))


def whole_place(event: Event, code: str) -> str:
    """All of it in one line; empty for what takes place online only."""
    return ", ".join(filter(None, (hall_and_place(event, code), street_and_settlement(event, code))))


def coordinates(event: Event) -> tuple[float, float] | None:
    """Of the event itself, else of its settlement."""
    if event.latitude is not None and event.longitude is not None:
        return event.latitude, event.longitude
    settlement = event.settlement if event.settlement_id else None
    if settlement and settlement.latitude is not None and settlement.longitude is not None:
        return settlement.latitude, settlement.longitude
    return None


def _in(event: Event, name: str, code: str) -> str:
    return written(getattr(event, f"{name}_bg"), getattr(event, f"{name}_en"), code).text
