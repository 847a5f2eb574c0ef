from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        autodiscover_modules("found")
        from core.findable import find_with

        from . import among, checks, office_words, regularly, signals  # noqa: F401

        find_with(among.found_in)
        signals.connect()
