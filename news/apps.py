from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self):
        from . import deeds, own_data, signals  # noqa: F401
        from .profile import show_on_profiles

        show_on_profiles()
