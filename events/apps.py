from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from events import deeds, publishing, taking_part, without_report  # noqa: F401 – these listen
        from events.certificates import kind  # noqa: F401
        from events.certificates import own_data as certificates_data  # noqa: F401
        from events.dossier import tasks  # noqa: F401
        from events.feedback import asking  # noqa: F401
        from events.on_profiles import show_on_profiles
        from events.own_calendar import own_data as calendar_data  # noqa: F401
        from events.own_calendar.on_own_page import show_on_own_page
        from events.registering import own_data, put_up, regularly  # noqa: F401
        from events.retention import regularly as retention  # noqa: F401

        show_on_profiles()
        show_on_own_page()
