from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from core.models.parts import Body, LeadPicture


class StandardPage(LeadPicture, Body, BasePage):
    """A page of text: about the network, rules, the glossary."""

    is_creatable = True
    parent_page_types = ["home.HomePage", "home.StandardPage", "home.ProjectPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, LeadPicture.picture_panel, Body.body_panel]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        below = StandardPage.objects.child_of(self).visible_to().order_by("path")
        return context | {"pages_below": list(below.defer_streamfields())}
