from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Training")

    def ready(self):
        from resources import course_signals, deeds, own_data, publishing  # noqa: F401 – these listen
        from resources.learning import certificates, recounting, regularly  # noqa: F401
        from resources.learning import own_data as learners_data  # noqa: F401
        from resources.learning.on_own_page import show_on_own_page
        from resources.library import forgetting  # noqa: F401
        from resources.on_events import show_on_events
        from resources.practices.on_profiles import show_on_profiles
        from resources.reading import regularly as reading  # noqa: F401
        from resources.uploading import pieces  # noqa: F401

        show_on_own_page()
        show_on_profiles()
        show_on_events()
