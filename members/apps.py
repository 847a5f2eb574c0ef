from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("People")
    default = True

    def ready(self):
        from . import deeds, regularly, signals  # noqa: F401
        from .freshness import regularly as freshness  # noqa: F401
        from .offers import deadlines, publishing  # noqa: F401
        from .offers.on_profiles import show_on_profiles
        from .own_data import parts  # noqa: F401

        show_on_profiles()


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's people with our forms; stands in INSTALLED_APPS for "wagtail.users"."""

    user_viewset = "members.wagtail_users.PeopleViewSet"
