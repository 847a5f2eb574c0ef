from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from core.models.parts import Body


class ContactPage(Body, BasePage):
    """Whom to ask for what. The roles themselves are one setting for the whole portal."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, Body.body_panel]
    template = "home/contact_page.html"

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
