"""What every paper of an event says: whose it is, of which event, who paid."""

from django.utils.translation import gettext as _

from core.dates import day, period
from core.papers.about import funding, host
from core.papers.typeset import one_line
from core.written import written
from events.models import Event


def about(event: Event, code: str) -> dict:
    """In the language `code`, which has to be the active one."""
    return {
        "language": code,
        "event": one_line(event.title_in(code).text),
        "host": host(event.organization, code),
        "funding": funding(event.funding, code) if event.funding_id else None,
        "words": {"network-above": _("Bulgarian National"), "network": _("LEADER Network")},
    }


def when(event: Event) -> str:
    return days(event) if event.all_day else period(event.starts_at, event.ends_at)


def days(event: Event) -> str:
    from core.dates import days as first_to_last

    return first_to_last(event.starts_at, event.ends_at) if event.ends_at else day(event.starts_at)


def place(event: Event, code: str) -> str:
    parts = [
        written(getattr(event, f"{name}_bg"), getattr(event, f"{name}_en"), code).text for name in ("place", "hall")
    ]
    settlement = event.settlement.written(code) if event.settlement_id else ""
    return ", ".join(one_line(part) for part in [*parts, settlement] if part)
