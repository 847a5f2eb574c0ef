"""The office's report about partnerships, on a page and as a sheet."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import ModelPermissionPolicy

from core.admin.doors import holders, open_to
from core.admin.sheets import SafeSheet
from members.models import Partnership
from members.partnerships.report import lines

NAME = "partnership_report"


class PartnershipReport(SafeSheet, PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_policy = ModelPermissionPolicy(Partnership)
    any_permission_required = ["view", "change"]
    page_title = _("Partnerships formed")
    header_icon = "group"
    template_name = "members/admin/partnership_report.html"
    export_filename = "partnyorstva"
    list_export = ["year", "fund", "sectors", "number", "from_offers"]
    headings = {
        "year": _("Year"),
        "fund": _("Fund"),
        "sectors": _("Sectors"),
        "number": _("Partnerships"),
        "from_offers": _("of them from offers"),
    }

    def get(self, request, *args, **kwargs):
        found = lines()
        if self.is_export:
            return self.as_spreadsheet(found, request.GET["export"])
        crossing = [line for line in found if line.is_cross_sector]
        totals = {
            "number": sum(line.number for line in found),
            "cross_sector": sum(line.number for line in crossing),
            "from_offers": sum(line.from_offers for line in found),
        }
        headings = self.headings.values()
        return self.render_to_response(self.get_context_data(lines=found, totals=totals, headings=headings))

    def get_heading(self, queryset, field):
        return str(self.headings[field])


class OfficeItem(MenuItem):
    def is_shown(self, request):
        return PartnershipReport.permission_policy.user_has_any_permission(request.user, ["view", "change"])


open_to(holders("members.partnership"), NAME)


@hooks.register("register_admin_urls")
def urls():
    return [path("reports/partnerships/", PartnershipReport.as_view(), name=NAME)]


@hooks.register("register_reports_menu_item")
def item():
    return OfficeItem(PartnershipReport.page_title, reverse(NAME), name=NAME, icon_name="group", order=120)
