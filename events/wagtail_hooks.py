from events.admin import events, reports, seats  # noqa: F401 – they register themselves
