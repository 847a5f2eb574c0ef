"""Parts that several kinds of pages are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.blocks import BODY_BLOCKS
from core.forms.sent import SentBlocks
from core.pictures import fetch_for


class LeadPicture(models.Model):
    """A picture at the head of a page and in lists; its focal point is set on the picture itself."""

    picture = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_caption = models.CharField(_("caption"), max_length=255, blank=True)
    picture_credit = models.CharField(
        _("credit"),
        max_length=160,
        blank=True,
        help_text=_("Only if it differs from the credit of the picture."),
    )

    picture_panel = MultiFieldPanel(
        [
            FieldPanel("picture"),
            FieldRowPanel([FieldPanel("picture_caption"), FieldPanel("picture_credit")]),
        ],
        heading=_("Lead picture"),
    )

    class Meta:
        abstract = True

    @property
    def credit_line(self) -> str:
        return self.picture_credit or (self.picture.credit_line if self.picture_id else "")


class Body(models.Model):
    """The text of a page, built of blocks."""

    body = StreamField(SentBlocks(BODY_BLOCKS), verbose_name=_("text"), blank=True)

    body_panel = FieldPanel("body")

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        from core.rich_text import look_up_links  # Wagtail 8: page links cannot be imported before the models

        funding = self.effective_funding
        fetch_for([self.body, funding.emblems] if funding else [self.body], self.pages_beside())
        look_up_links(self.body)
        return super().get_context(request, *args, **kwargs)

    @property
    def funding_below(self):
        """The funding record for the end of the page, unless the text shows it already."""
        shown = {block.value["record"] for block in self.body if block.block_type == "funding"}
        return None if self.effective_funding in shown else self.effective_funding

    def pages_beside(self) -> list:
        """Pages whose lead pictures are shown around the text."""
        return [self] if isinstance(self, LeadPicture) else []

    @property
    def headings(self) -> list[dict]:
        """The second-level headings, for the table of contents."""
        return [{"id": f"r-{block.id}", "text": block.value} for block in self.body if block.block_type == "heading"]
