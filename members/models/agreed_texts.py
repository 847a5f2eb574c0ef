from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.models import BasePage


@register_setting(icon="doc-full")
class AgreedTexts(BaseGenericSetting):
    """The pages with the texts that people agree to, shown beside the boxes that they tick."""

    rules = models.ForeignKey(
        BasePage, verbose_name=_("rules of the portal"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    privacy = models.ForeignKey(
        BasePage, verbose_name=_("handling of personal data"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip

    panels = [
        HelpPanel(content=_("A link to each of these pages stands beside the box that people tick when they agree.")),
        PageChooserPanel("rules"),
        PageChooserPanel("privacy"),
    ]

    class Meta:
        verbose_name = _("texts that people agree to")

    @classmethod
    def page_for(cls, kind: str) -> BasePage | None:
        """The published page about a kind of consent."""
        texts = cls.objects.select_related("rules", "privacy").first()
        page = texts and {"terms": texts.rules, "data": texts.privacy}.get(kind)
        return page if page and page.live else None
