from resources.admin import courses, materials  # noqa: F401 – they register themselves
