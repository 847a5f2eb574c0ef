from events.admin import events, mailings, reports, seats  # noqa: F401 – they register themselves
