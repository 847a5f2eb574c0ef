"""What readers look for, and what nobody finds."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.options import modeladmin_register

from core import language
from core.admin.registers import Choice, Register
from search.counting import SEEN_OFTEN
from search.models import AskedQuery


class ByOutcome(Choice):
    title, parameter_name = gettext_lazy("outcome"), "outcome"

    def lookups(self, request, model_admin):
        return [("nothing", _("nothing found")), ("something", _("something found"))]

    def queryset(self, request, rows):
        if self.value() == "nothing":
            return rows.filter(found=0)
        return rows.filter(found__gt=0) if self.value() else rows


class QueryRegister(Register):
    """Only what was asked for several times: a rare query may be somebody's own business."""

    model = AskedQuery
    menu_icon = "search"
    menu_order = 60
    list_display = ["text", "in_language", "times", "found", "last_on"]
    list_filter = [ByOutcome]
    search_fields = ["text"]
    inspect_view_fields = ["text", "in_language", "times", "found", "last_on"]
    list_export = inspect_view_fields
    export_name = "tarseno"

    def in_language(self, query):
        return language.NAMES.get(query.language, query.language)

    in_language.short_description = gettext_lazy("language")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(times__gte=SEEN_OFTEN)


modeladmin_register(QueryRegister)
