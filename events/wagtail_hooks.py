from events.admin import event_warnings, events, reports, seats, tour_call, tour_offers, tours  # noqa: F401 – they register themselves
