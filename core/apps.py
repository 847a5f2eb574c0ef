from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Portal")

    def ready(self):
        from . import own_deeds, redirects, sight, signals  # noqa: F401

        sight.tell_about_core()
