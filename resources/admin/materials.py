"""Materials in the admin: trainers and editors see, upload and change those of their own organisations."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button, HeaderButton
from wagtail.snippets.models import register_snippet

from core.admin.sheets import SafeSheet
from members.admin.owned import OwnedCreateView, OwnedEditView, OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem
from resources.admin.beside import BesideView
from resources.admin.describing import DescribeView
from resources.admin.desk import MaterialDeskView
from resources.admin.material_panels import edit_handler
from resources.admin.new_version import VersionView
from resources.admin.uploading import BeginView, DoneView, PieceView, UploadView
from resources.models import Material


class MaterialFilterSet(WagtailFilterSet):
    class Meta:
        model = Material
        fields = ["kind", "live"]


class MaterialListView(SafeSheet, OwnedIndexView):
    def get_add_url(self):
        return reverse(self.model.snippet_viewset.get_url_name("upload"))

    def get_list_more_buttons(self, instance):
        desk = Button(_("Versions"), url=reverse(self.inspect_url_name, args=[instance.pk]), icon_name="history")
        return [*super().get_list_more_buttons(instance), desk]


class ThroughUpload(OwnedCreateView):
    """A material begins with its file."""

    def dispatch(self, request, *args, **kwargs):
        return redirect(self.model.snippet_viewset.get_url_name("upload"))


class MaterialEditView(OwnedEditView):
    @property
    def header_buttons(self):
        desk = reverse(self.inspect_url_name, args=[self.object.pk])
        return [*super().header_buttons, HeaderButton(_("Versions"), url=desk, icon_name="history")]


class MaterialViewSet(OwnedViewSet):
    model = Material
    icon = "doc-full"
    menu_order = 8
    editors_menu_order = 157
    inspect_view_enabled = True
    index_view_class = MaterialListView
    add_view_class = ThroughUpload
    edit_view_class = MaterialEditView
    inspect_view_class = MaterialDeskView
    inspect_template_name = "resources/admin/desk.html"
    list_display = [
        "title",
        "organization",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("downloads", label=_("Downloads"), sort_key="downloads"),
        Column("live", label=_("Readers see it"), accessor=lambda material: _("yes") if material.live else _("no")),
    ]
    filterset_class = MaterialFilterSet
    list_export = ["title", "organization", "get_kind_display", "year", "downloads"]
    export_headings = {"get_kind_display": _("Kind")}
    search_fields = ["title_bg", "title_en", "organization__name_bg"]
    edit_handler = edit_handler

    def editors_menu_item(self):
        return EditorsMenuItem(self, _("Materials"))

    def get_urlpatterns(self):
        views = {
            "upload/": ("upload", UploadView),
            "upload/begin/": ("upload_begin", BeginView),
            "upload/<uuid:key>/": ("upload_piece", PieceView),
            "upload/<uuid:key>/done/": ("upload_done", DoneView),
            "describe/": ("describe", DescribeView),
            "version/<str:pk>/": ("version", VersionView),
            "beside/<str:pk>/": ("beside", BesideView),
        }
        own = [path(route, self.construct_view(view), name=name) for route, (name, view) in views.items()]
        return [*own, *super().get_urlpatterns()]


register_snippet(MaterialViewSet)


@hooks.register("register_log_actions")
def log_actions(actions):
    words = _("New version uploaded")
    actions.register_action("portal.material.version", words, words)
