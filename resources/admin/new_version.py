"""A new file of a material: for readers at once, or after its review."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from resources import publishing
from resources.admin.desk_forms import MaterialView
from resources.admin.upload_forms import VersionForm
from resources.keeping import new_version


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
