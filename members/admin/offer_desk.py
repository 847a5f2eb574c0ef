"""How an offer stands: its state with what can be done, the answers that came, another deadline."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from core.admin.verbs import ALREADY
from core.dates import day
from members.admin.offer_form import DeadlineForm
from members.models.offer import half_a_year_ahead
from members.offers.addresses import offer_address
from members.offers.states import STEPS, extend, may_be_extended, steps, take

RECORDS = "wagtailsnippets_members_partnership"


class OfferDeskView(InspectView):
    page_title = gettext_lazy("State and answers")
    extend_url_name = step_url_name = None

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        offer, today, user = self.object, timezone.localdate(), self.request.user
        may = self.permission_policy.user_has_permission(user, "change")
        names = steps(offer, today) if may else {}
        space = offer.snippet_viewset.get_url_name
        partnership = getattr(offer, "partnership", None)
        may_be_formed = may and offer.live and not partnership
        return super().get_context_data(
            offer=offer,
            state=offer.state_on(today),
            days=(offer.deadline - today).days,
            steps=[(step.label, reverse(space(name), args=[offer.pk])) for name, step in names.items()],
            extend_url=reverse(space("extend"), args=[offer.pk]) if may and may_be_extended(offer) else "",
            reader_url=offer_address(offer.slug, "bg") if offer.live else "",
            formed_url=f"{reverse('wagtailsnippets_members_partnership:add')}?offer={offer.pk}"
            if may_be_formed
            else "",
            partnership_url=partnership
            and reverse("wagtailsnippets_members_partnership:inspect", args=[partnership.pk]),
            answers=offer.messages.select_related("organization"),
            **kwargs,
        )


class OfferView(PermissionCheckedMixin):
    """Something is done with one offer; back to its desk afterwards."""

    model = permission_policy = None
    permission_required = "change"

    def desk(self):
        return redirect(self.model.snippet_viewset.get_url_name("inspect"), self.kwargs["pk"])


class StepView(OfferView, View):
    """A button was pressed; twice does it once."""

    step = None

    def get(self, request, pk: str):
        """By the address alone, for example after logging in."""
        return self.desk()

    def post(self, request, pk: str):
        if take(int(pk), self.step, request.user):
            messages.success(request, STEPS[self.step].said)
        else:
            messages.warning(request, ALREADY)
        return self.desk()


class ExtendView(OfferView, WagtailAdminTemplateMixin, FormView):
    """„Удължи срока“, also from the letter about it."""

    form_class = DeadlineForm
    page_title = gettext_lazy("Put off the deadline")
    template_name = "members/admin/extend_offer.html"
    header_icon = "date"

    def dispatch(self, request, *args, **kwargs):
        self.offer = get_object_or_404(self.model, pk=int(kwargs["pk"]))
        if not may_be_extended(self.offer) and self.permission_policy.user_has_permission(request.user, "change"):
            messages.warning(request, ALREADY)
            return self.desk()
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"deadline": half_a_year_ahead()}

    def form_valid(self, form):
        deadline = form.cleaned_data["deadline"]
        if extend(self.offer.pk, deadline, self.request.user):
            messages.success(self.request, _("The new deadline is %(day)s.") % {"day": day(deadline)})
        return self.desk()

    def get_context_data(self, **kwargs):
        return super().get_context_data(offer=self.offer, **kwargs)
