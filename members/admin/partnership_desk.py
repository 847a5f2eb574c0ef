"""A partnership as its sides see it, with the buttons of whoever is asked."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from core.admin.verbs import ALREADY
from members.partnerships.consent import confirm, decline
from members.partnerships.policy import sides_of

SAID = {
    "confirm": _("Confirmed. The partnership stands on the profile of your organisation."),
    "decline": _("Declined. The partnership does not stand on the profile of your organisation."),
}
ANSWERS = {"confirm": confirm, "decline": decline}


class PartnershipDeskView(InspectView):
    page_title = _("Partnership")

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        partnership, space = self.object, self.object.snippet_viewset.get_url_name
        own = list(sides_of(self.request.user, partnership).select_related("organization"))
        return super().get_context_data(
            partnership=partnership,
            sides=partnership.partners.select_related("organization"),
            own=own,
            may_confirm=any(side.confirmed_at is None for side in own),
            may_decline=any(side.declined_at is None for side in own),
            confirm_url=reverse(space("confirm"), args=[partnership.pk]),
            decline_url=reverse(space("decline"), args=[partnership.pk]),
            **kwargs,
        )


class AnswerView(PermissionCheckedMixin, View):
    """The answer of an organisation that is named; also from the first page of the admin."""

    model = permission_policy = answer = None
    permission_required = "view"

    def get(self, request, pk: str):
        """By the address alone, for example after logging in."""
        return redirect(self.model.snippet_viewset.get_url_name("inspect"), pk)

    def post(self, request, pk: str):
        partnership = self.model.objects.get(pk=pk)
        done = [ANSWERS[self.answer](side.pk, request.user) for side in sides_of(request.user, partnership)]
        if any(done):
            messages.success(request, SAID[self.answer])
        else:
            messages.warning(request, ALREADY)
        return redirect(self.model.snippet_viewset.get_url_name("inspect"), pk)
