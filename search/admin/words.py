"""Promoted results, and words that mean the same."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.registers import OFFICE_MENU_HOOK
from search.models import Promotion, SynonymGroup


class PromotionViewSet(SnippetViewSet):
    model = Promotion
    icon = "pick"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 61
    list_display = ["words", "address"]
    copy_view_enabled = False
    panels = [FieldPanel("words"), FieldPanel("address")]


class SynonymGroupViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "link"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 62
    list_display = ["__str__"]
    copy_view_enabled = False
    panels = [FieldPanel("words")]


register_snippet(PromotionViewSet)
register_snippet(SynonymGroupViewSet)
