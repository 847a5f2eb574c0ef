from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from . import publishing  # noqa: F401
        from .on_profiles import show_on_profiles
        from .own_calendar import own_data as calendar_data  # noqa: F401
        from .registering import own_data, regularly  # noqa: F401

        show_on_profiles()
