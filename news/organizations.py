"""Organisations in the admin; a new one gets its newsroom, its collection and its group of editors at once."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.registers import OFFICE_MENU_HOOK
from members.models import Organization
from news.actions import open_newsroom


class OrganizationViewSet(SnippetViewSet):
    model = Organization
    icon = "group"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 5
    list_display = ["name", "seat", "slug"]
    ordering = ["slug"]


register_snippet(OrganizationViewSet)


@hooks.register("after_create_snippet")
def open_its_newsroom(request, instance):
    if isinstance(instance, Organization):
        open_newsroom(instance)
