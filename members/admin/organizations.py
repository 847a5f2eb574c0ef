"""Organisations in the admin; one that the office adds is let in at once."""

from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.registers import OFFICE_MENU_HOOK
from core.panels import both_languages
from members.admission import admit
from members.models import Organization


class OrganizationViewSet(SnippetViewSet):
    model = Organization
    icon = "group"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 5
    list_display = ["name", "seat", "slug"]
    ordering = ["sort_key"]
    panels = [FieldPanel("kind"), both_languages("name", "Name"), FieldPanel("slug")]


register_snippet(OrganizationViewSet)


@hooks.register("after_create_snippet")
def let_it_in(request, instance):
    if isinstance(instance, Organization):
        admit(instance)
