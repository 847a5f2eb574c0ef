from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField

from core.models import BasePage
from core.models.parts import Body, LeadPicture


class ProjectPage(LeadPicture, Body, BasePage):
    """A funded project: what for, what is done, what came of it, and who paid."""

    is_creatable = True
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.StandardPage"]

    aims = RichTextField(_("aims"), blank=True)
    activities = RichTextField(_("activities"), blank=True)
    results = RichTextField(_("results"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("funding"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Dates")),
        FieldPanel("aims"),
        FieldPanel("activities"),
        FieldPanel("results"),
        LeadPicture.picture_panel,
        Body.body_panel,
    ]
    settings_panels = [panel for panel in BasePage.settings_panels if getattr(panel, "field_name", "") != "funding"]
    template = "home/project_page.html"

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
