from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.documents.models import DocumentQuerySet as StockQuerySet

from core.enums import FileLanguage, Licence
from core.querysets import ChosenQuerySet


class DocumentQuerySet(ChosenQuerySet, StockQuerySet):
    pass


class PortalDocument(AbstractDocument):
    """A file to download, with what a reader wants to know before he does."""

    language = models.CharField(
        _("language"), max_length=3, choices=FileLanguage.choices, default=FileLanguage.BULGARIAN
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.ALL_RIGHTS)
    credit = models.CharField(_("author or source"), max_length=160, blank=True)
    checksum = models.CharField(max_length=64, blank=True, editable=False)
    page_count = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    has_text = models.BooleanField(_("has text"), null=True, editable=False)

    objects = DocumentQuerySet.as_manager()

    admin_form_fields = Document.admin_form_fields + ("language", "licence", "credit")

    def clean(self):
        # Of a refused upload there is no file here, and the form has said already what is wrong with it.
        if self.file:
            super().clean()
