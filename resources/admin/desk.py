"""The desk of one material: its versions, a new one, what goes with a recording."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from core.uploads import check_image
from core.uploads.handlers import found_no_room
from resources import publishing
from resources.addresses import file_address, material_address
from resources.admin.upload_forms import BesideForm, VersionForm
from resources.files import subtitles
from resources.files.formats import is_recording
from resources.keeping import NO_ROOM, new_version, no_room
from resources.models import Subtitles
from resources.reading.posters import give_poster


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


class MaterialView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
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


class VersionView(MaterialView):
    form_class = VersionForm
    page_title = gettext_lazy("New version")

    def form_valid(self, form):
        user, material, data = self.request.user, self.material, form.cleaned_data
        try:
            version = new_version(material, data["file"], user, data["note_bg"], data["note_en"])
        except ValidationError as error:
            form.add_error("file", error)
            return self.form_invalid(form)
        log(material, "portal.material.version", user=user, data={"number": version.number})
        if not material.live:
            messages.success(self.request, _("The new version is kept; readers get it when the material is published."))
        elif self.permission_policy.user_has_permission(user, "publish"):
            publishing.publish(version, timezone.now())
            messages.success(self.request, _("Readers have the new version, and who downloaded an older one is told."))
        else:
            material.get_latest_revision_as_object().save_revision(user=user)
            workflow = material.get_workflow()
            if workflow and not material.current_workflow_state:
                workflow.start(material, user)
            words = _("The new version waits for its review; readers have the old one until then.")
            messages.success(self.request, words)
        return self.desk()


class BesideView(MaterialView):
    form_class = BesideForm
    page_title = gettext_lazy("Picture and subtitles")
    file_field = "poster"

    def form_valid(self, form):
        poster, track = form.cleaned_data["poster"], form.cleaned_data["subtitles"]
        if not poster and not track:
            form.add_error("poster", _("Choose a file."))
        if poster:
            self._check(form, "poster", check_image, poster)
        text = self._check(form, "subtitles", lambda file: subtitles.as_vtt(file.read()), track) if track else ""
        if form.errors:
            return self.form_invalid(form)
        if text:
            Subtitles.objects.update_or_create(
                material=self.material, language=form.cleaned_data["language"], defaults={"text": text}
            )
        if poster:
            try:
                give_poster(self.material.versions.first(), poster)
            except OSError:
                form.add_error("poster", no_room())
                return self.form_invalid(form)
        messages.success(self.request, _("Saved."))
        return self.desk()

    @staticmethod
    def _check(form, name: str, check, file):
        try:
            return check(file)
        except ValidationError as error:
            form.add_error(name, error)
            return None
