from events.admin import events, seats  # noqa: F401 – they register themselves
