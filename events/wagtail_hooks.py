"""The admin of events: each of these registers itself."""

from events.admin import (  # noqa: F401
    event_warnings,
    events,
    mailings,
    reports,
    seats,
    tour_call,
    tour_offers,
    tours,
)
