"""Deeds in the library that practice tasks may ask for."""

from django.utils.translation import gettext_lazy as _

from core.deeds import declare
from resources.models import MaterialVersion


@declare("material-uploaded", _("a material uploaded"))
def who_uploaded(people):
    return MaterialVersion.objects.filter(uploaded_by__in=people).values_list("uploaded_by", flat=True)
