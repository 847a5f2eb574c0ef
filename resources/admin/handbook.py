"""The way to the handbook: „Как се прави“ in the menu of the admin, and in the header of every screen that a lesson is
about (`templates/wagtailadmin/shared/`). Both open in a window of their own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.admin.first_steps import HOOK, Step
from resources.handbook.helping import help_on


class HelpItem(MenuItem):
    """Leads to the lesson about this screen; without one, to the course. Not shown where the course was deleted."""

    def is_shown(self, request):
        return bool(help_on(request).url)

    def render_component(self, request):
        window = {"target": "_blank", "rel": "noopener"}
        url = help_on(request).url
        there = MenuItem(self.label, url, name=self.name, icon_name=self.icon_name, attrs=window, order=self.order)
        return there.render_component(request)


@hooks.register(HOOK)
def first_steps(request) -> list[Step]:
    found = help_on(request)
    words = _("Each of these is shown step by step, with pictures, in the course for editors.")
    return [Step(80, words, found.title, found.url)] if found.url else []


@hooks.register("register_admin_menu_item")
def help_item():
    return HelpItem(gettext_lazy("How to do it"), "", name="handbook", icon_name="help", order=10_000)
