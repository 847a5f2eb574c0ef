"""The desk of one material: its versions, and the ways to what is done with it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import InspectView

from resources.addresses import file_address, material_address
from resources.files.formats import is_recording


class MaterialDeskView(InspectView):
    page_title = gettext_lazy("Material")
    template_name = "resources/admin/desk.html"

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        material = self.object
        space = material.snippet_viewset.get_url_name
        may = self.permission_policy.user_has_permission(self.request.user, "change")
        newest = material.versions.first()
        return super().get_context_data(
            material=material,
            versions=list(material.versions.select_related("uploaded_by").order_by("-number")),
            newest=newest,
            version_url=reverse(space("version"), args=[material.pk]) if may else "",
            beside_url=reverse(space("beside"), args=[material.pk])
            if may and newest and is_recording(newest.format)
            else "",
            reader_url=material_address(material.slug, "bg"),
            stable_url=file_address(material.slug),
            **kwargs,
        )
