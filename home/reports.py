from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import page_permission_policy

from core.admin.reports import EditorsReport, edit_url
from core.models import BasePage
from home.models import ProjectPage


class WithoutFunding(EditorsReport):
    """Projects, and pages under them, on which their funder's sentence would be missing."""

    name = "without_funding"
    page_title = _("Project pages without a funding record")
    columns = [
        TitleColumn("title", label=_("Page"), get_url=edit_url),
        Column("language", label=_("Language"), accessor="locale.get_display_name"),
        Column("status", label=_("Status"), accessor="status_string"),
    ]
    list_export = ["title", "locale.get_display_name", "status_string"]
    export_headings = {"locale.get_display_name": _("Language"), "status_string": _("Status")}

    def get_queryset(self):
        hers = page_permission_policy.explorable_instances(self.request.user)
        found = BasePage.objects.filter(pk__in=without_funding()).filter(pk__in=hers.values("pk"))
        return found.select_related("locale").order_by("path")


def without_funding() -> list[int]:
    """Keys of pages of projects that neither have a funding record nor inherit one from their project.

    What stands above a project (on the front page, who paid for the portal) is about something else.
    """
    projects = tuple(ProjectPage.objects.not_deleted().values_list("path", flat=True))
    records = BasePage.objects.filter(funding__isnull=False).values_list("path", flat=True)
    funded = tuple(path for path in records if path.startswith(projects))
    pages = BasePage.objects.not_deleted().filter(depth__gte=3).values_list("pk", "path")
    return [pk for pk, path in pages if path.startswith(projects) and not path.startswith(funded)]


WithoutFunding.register(icon="warning", order=110)
