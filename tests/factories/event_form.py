"""What the browser sends when an event is saved in the admin."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from core.dates import SOFIA
from events.models import Event

CLOCK = "%Y-%m-%d %H:%M"
KEPT = ("kind", "title_bg", "title_en", "place_bg", "slug", "audience", "hold_hours", "offer_hours", "retention_months")


def event_form(event: Event, **typed) -> dict:
    """An event without parts as it stands, with what was typed."""
    as_it_stands = {name: getattr(event, name) or "" for name in KEPT}
    moments = {name: getattr(event, name).astimezone(SOFIA).strftime(CLOCK) for name in ("starts_at", "ends_at")}
    texts = {f"text_{code}": rich_text("<p></p>") for code in ("bg", "en")}
    rows = {name: inline_formset([]) for name in ("parts", "programme", "reminders")}
    given = as_it_stands | moments | texts | rows | {"organization": event.organization_id} | typed
    return nested_form_data(given)
