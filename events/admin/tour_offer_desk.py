"""How an offer to host stands, and what can be done with it: accept, decline, withdraw."""

from datetime import date

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView, WagtailAdminTemplateMixin

from core.admin.verbs import ALREADY
from events.addresses import tour_address
from events.admin.tour_offer_forms import AcceptForm, DeclineForm
from events.models import Event
from events.tours.deciding import accept, decline, withdraw
from events.tours.page import offers_space


class OfferDeskView(InspectView):
    page_title = gettext_lazy("Offer to host")

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        offer, policy, user = self.object, self.permission_policy, self.request.user
        may = offer.is_waiting and policy.user_has_permission(user, "change")
        verbs = []
        if may and policy.is_office(user):
            verbs += [(_("Accept"), "accept"), (_("Decline"), "decline")]
        elif may:
            verbs += [(_("Withdraw the offer"), "withdraw")]
        event = offer.event
        return super().get_context_data(
            offer=offer,
            days=offer.days.all(),
            verbs=[(words, reverse(offers_space(name), args=[offer.pk])) for words, name in verbs],
            change_url=reverse(offers_space("edit"), args=[offer.pk]) if may else "",
            event_url=reverse(Event.snippet_viewset.get_url_name("inspect"), args=[event.pk]) if event else "",
            reader_url=tour_address(offer.tour.slug, "bg") if offer.tour.is_public else "",
            **kwargs,
        )


class DecidingView(WagtailAdminTemplateMixin, FormView):
    """One press of a button that asks first; back to the offer afterwards, also when it was decided before."""

    model = permission_policy = None
    template_name = "events/admin/tour_decide.html"
    header_icon = "form"
    form_class = forms.Form
    for_office = True
    button = ""

    def dispatch(self, request, *args, **kwargs):
        offers = self.model.objects.select_related("tour", "organization", "settlement")
        self.offer = get_object_or_404(offers, pk=int(kwargs["pk"]))
        if self.for_office and not self.permission_policy.is_office(request.user):
            raise PermissionDenied
        if not self.offer.is_waiting:
            messages.warning(request, ALREADY)
            return self.back()
        if not self.permission_policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        if said := self.do(form.cleaned_data):
            messages.success(self.request, said)
        else:
            messages.warning(self.request, ALREADY)
        return self.back()

    def do(self, answers: dict) -> str:
        """What to say when it was done; empty when somebody else was faster."""
        raise NotImplementedError

    def back(self):
        return redirect(offers_space("inspect"), self.offer.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(offer=self.offer, button=self.button, **kwargs)


class AcceptView(DecidingView):
    form_class = AcceptForm
    page_title = gettext_lazy("Accept the offer")
    button = gettext_lazy("Accept: the event begins as a draft of the host")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"offer": self.offer}

    def do(self, answers):
        event = accept(self.offer.pk, date.fromisoformat(answers["day"]), answers["at"], self.request.user)
        return _("The event has begun as a draft of the host, who gets a letter.") if event else ""


class DeclineView(DecidingView):
    form_class = DeclineForm
    page_title = gettext_lazy("Decline the offer")
    button = gettext_lazy("Decline and send the letter")

    def do(self, answers):
        done = decline(self.offer.pk, answers["reason"], self.request.user)
        return _("The offer is declined; the host gets your words by letter.") if done else ""


class WithdrawView(DecidingView):
    page_title = gettext_lazy("Withdraw the offer?")
    button = gettext_lazy("Withdraw the offer")
    for_office = False

    def do(self, answers):
        return _("The offer is withdrawn.") if withdraw(self.offer.pk, self.request.user) else ""
