from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from events import without_report  # noqa: F401 – these listen to the tick
        from events.certificates import own_data  # noqa: F401
        from events.dossier import tasks  # noqa: F401
        from events.feedback import asking  # noqa: F401
        from events.retention import regularly  # noqa: F401
