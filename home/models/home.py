from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from core.models import BasePage


class HomePage(BasePage):
    """The front page of a language."""

    is_creatable = True
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.NewsIndexPage",
        "news.RubricIndexPage",
        "members.DirectoryPage",
        "members.PartnersPage",
        "members.JoinPage",
        "home.StandardPage",
        "home.ContactPage",
        "home.ProjectPage",
    ]

    headline = models.CharField(_("large words"), max_length=120)
    project = models.ForeignKey(
        "home.ProjectPage",
        verbose_name=_("project that carries the portal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        PageChooserPanel("project", "home.ProjectPage"),
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        from home.front import front

        context = super().get_context(request, *args, **kwargs)
        return context | front(self, context["reading_language"])
