"""Reports for editors: which texts readers want in another language."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from core.admin.doors import everybody, open_to
from core.admin.sheets import SafeSheet
from core.models import TranslationRequest


class EditorsReport(SafeSheet, ReportView):
    """A report for whoever edits pages. Give `name`, `page_title`, `columns`, `list_export`, `get_queryset`."""

    name = ""
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]

    @property
    def export_filename(self):
        return self.name

    def get_base_queryset(self):
        return self.get_queryset()

    @classmethod
    def urls(cls):
        return [
            path(f"reports/{cls.name}/", cls.as_view(), name=cls.name),
            path(f"reports/{cls.name}/results/", cls.as_view(results_only=True), name=f"{cls.name}_results"),
        ]

    @classmethod
    def register(cls, icon: str, order: int) -> None:
        """Its addresses and its place in the menu of reports."""
        cls.index_url_name, cls.index_results_url_name, cls.header_icon = cls.name, f"{cls.name}_results", icon

        def item():
            return MenuItem(cls.page_title, reverse(cls.name), name=cls.name, icon_name=icon, order=order)

        open_to(everybody, cls.name, f"{cls.name}_results")
        hooks.register("register_admin_urls", cls.urls)
        hooks.register("register_reports_menu_item", item)


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class WishesReport(EditorsReport):
    """Pages in the order of how often readers asked for them in a language that they lack."""

    name = "asked_translations"
    page_title = gettext_lazy("Most asked-for translations")
    columns = [
        TitleColumn("page", label=gettext_lazy("Page"), get_url=lambda wish: edit_url(wish.page)),
        Column("count", label=gettext_lazy("Asked")),
        DateColumn("last_asked_at", label=gettext_lazy("Last time")),
        TitleColumn(
            "do",
            label=gettext_lazy("What now"),
            accessor=lambda wish: _("Translate"),
            get_url=lambda wish: reverse("translate_page", args=[wish.page_id]),
        ),
    ]
    list_export = ["page.title", "count", "last_asked_at"]
    export_headings = {"page.title": gettext_lazy("Page")}

    def get_queryset(self):
        mine = page_permission_policy.explorable_instances(self.request.user)
        return (
            TranslationRequest.objects.filter(page__in=mine.values("pk"), page__live=True, page__has_translation=False)
            .select_related("page")
            .order_by("-count", "-last_asked_at")
        )


WishesReport.register(icon="globe", order=100)
