from resources.admin import courses, handbook, learners, materials, practices  # noqa: F401 – they register themselves
