"""Offers in the admin: editors see, write and change those of their own organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from core.panels import both_languages
from members.admin.owned import OwnedViewSet
from members.models import PartnerOffer


class PartnerOfferViewSet(OwnedViewSet):
    model = PartnerOffer
    icon = "link"
    menu_order = 6
    editors_menu_order = 160
    list_display = ["title", "organization", "state", "deadline"]
    panels = [
        FieldPanel("organization"),
        both_languages("title", _("Title")),
        both_languages("text", _("Text")),
        both_languages("role_sought", _("Whom we seek")),
        FieldPanel("themes"),
        FieldPanel("fund"),
        FieldPanel("deadline"),
        FieldPanel("languages"),
        FieldPanel("state"),
        FieldPanel("slug"),
    ]


register_snippet(PartnerOfferViewSet)
