"""What the uploaded files are, one after the other; published from here, or sent for review."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from resources.admin.crumbs import AmongMaterials
from resources.admin.upload_forms import DescribedFormSet
from resources.models import Material

MOST = 300


def publish_or_send(material: Material, policy, user) -> bool:
    """Whether readers have it now; else it waits for its review."""
    revision = material.save_revision(user=user, log_action=True)
    if policy.user_has_permission_for_instance(user, "publish", material):
        revision.publish(user=user, skip_permission_checks=True)
        return True
    workflow = material.get_workflow()
    if workflow and not material.current_workflow_state:
        workflow.start(material, user)
    return False


class DescribeView(AmongMaterials, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Drafts alone: what readers have already is changed on its own page."""

    model = permission_policy = None
    permission_required = "change"
    form_class = DescribedFormSet
    page_title = gettext_lazy("Say what they are")
    template_name = "resources/admin/describe.html"
    header_icon = "edit"

    def post(self, request, *args, **kwargs):
        """The second of two presses finds that all of them are out."""
        if not self.drafts().exists():
            return redirect(self.model.snippet_viewset.get_url_name("list"))
        return super().post(request, *args, **kwargs)

    def drafts(self):
        keys = self.request.GET.get("materials", "").split(",")[:MOST]
        own = self.permission_policy.instances_user_has_any_permission_for(self.request.user, {"change"})
        keys = [key for key in keys if key.isascii() and key.isdigit() and len(key) < 18]
        return own.filter(live=False, pk__in=keys).order_by("pk")

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"queryset": self.drafts()}
        kwargs.pop("initial")
        return kwargs

    def form_valid(self, formset):
        user, policy = self.request.user, self.permission_policy
        wants_all_out = "publish" in self.request.POST
        out = 0
        for form in formset.forms:
            material = form.save()
            if wants_all_out:
                out += publish_or_send(material, policy, user)
            else:
                material.save_revision(user=user, log_action=True)
        messages.success(self.request, self._words(out, len(formset.forms), wants_all_out))
        return redirect(self.model.snippet_viewset.get_url_name("list"))

    @staticmethod
    def _words(out: int, all_: int, wants_all_out: bool) -> str:
        if not wants_all_out:
            return _("Saved. Readers do not see them yet.")
        if out == all_:
            return ngettext("%(n)d material is published.", "%(n)d materials are published.", out) % {"n": out}
        return _("Sent for review. When somebody of the office approves them, readers see them.")
