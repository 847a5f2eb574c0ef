"""Forms about one material, with the way back to its desk."""

from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from core.uploads.handlers import found_no_room
from resources.admin.crumbs import AmongMaterials
from resources.keeping import NO_ROOM


class MaterialView(AmongMaterials, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Something is done with one material; back to its desk afterwards."""

    model = permission_policy = None
    permission_required = "change"
    template_name = "resources/admin/form.html"
    header_icon = "doc-full"
    file_field = "file"

    def dispatch(self, request, *args, **kwargs):
        self.material = get_object_or_404(self.model, pk=int(kwargs["pk"]))
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if found_no_room(self.request):
            form.add_error(self.file_field, NO_ROOM)
        return form

    def desk(self):
        return redirect(self.model.snippet_viewset.get_url_name("inspect"), self.material.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(material=self.material, **kwargs)
