"""The hours of each part: who comes to the forum at 11:00 is not to stand at the press conference at 10:00."""

from core.dates import clock, day_time
from core.papers.typeset import one_line
from events.models import Event
from events.when import first_day, last_day


def parts(event: Event, code: str) -> list[tuple[str, str]]:
    """(when it begins, name) in the order of the day; nothing for an event of one part, whose hours stand there."""
    found = list(event.parts.order_by("starts_at", "sort_order"))
    when = clock if first_day(event) == last_day(event) else day_time
    return [(when(part.starts_at), one_line(part.name_in(code).text)) for part in found] if len(found) > 1 else []
