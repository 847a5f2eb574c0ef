from events.admin import events, reports  # noqa: F401 – they register themselves
