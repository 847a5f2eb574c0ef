"""Deeds that happen in core: pictures and translations."""

from django.utils.translation import gettext_lazy as _

from core import language
from core.deeds import declare
from core.models import BasePage, PortalImage


@declare("picture-described", _("a picture uploaded and described for the blind"))
def who_described(people):
    pictures = PortalImage.objects.filter(uploaded_by_user__in=people).exclude(alt_bg="")
    return pictures.values_list("uploaded_by_user", flat=True)


@declare("page-translated", _("a translation of a page begun"))
def who_translated(people):
    pages = BasePage.objects.filter(owner__in=people).exclude(locale__language_code=language.ORIGINAL)
    return pages.order_by().values_list("owner", flat=True)
