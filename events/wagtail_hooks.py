from events.admin import events  # noqa: F401 – they register themselves
