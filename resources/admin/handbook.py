"""„Помощ“ in the menu of the admin: the lesson about the screen that is open, in a window of its own."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core import language
from resources.handbook.helping import ELSEWHERE, address_of, lesson_for


class HelpItem(MenuItem):
    """Leads to the lesson about this screen; without one, to the course. Not shown where the course was deleted."""

    def is_shown(self, request):
        return bool(self._address(request))

    def render_component(self, request):
        window = {"target": "_blank", "rel": "noopener"}
        there = MenuItem(
            self.label, self._address(request), name=self.name, icon_name=self.icon_name, attrs=window, order=self.order
        )
        return there.render_component(request)

    def _address(self, request) -> str:
        if not hasattr(request, "lesson_address"):
            match = getattr(request, "resolver_match", None)
            name = lesson_for(match.view_name, match.kwargs) if match else ELSEWHERE
            request.lesson_address = address_of(name, language.active())
        return request.lesson_address


@hooks.register("register_admin_menu_item")
def help_item():
    return HelpItem(_("How to do it"), "", name="handbook", icon_name="help", order=10_000)
