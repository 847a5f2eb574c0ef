"""Offers to host a tour in the admin: editors of local action groups see their own, the office all of them."""

from django import forms
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, ObjectList, get_form_for_model
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from core.admin.sheets import SafeSheet
from core.admin.verbs import ALREADY
from core.dates import day
from events.admin.tour_offer_desk import AcceptView, DeclineView, OfferDeskView, WithdrawView
from events.admin.tour_offer_forms import DayForm, TourOfferForm
from events.models import Tour, TourOffer
from events.tours import letters
from events.tours.page import offers_space
from events.tours.policy import TourOfferPolicy
from members.admin.owned import OwnedCreateView, OwnedEditView, OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem

DECISIONS = {"accept": AcceptView, "decline": DeclineView, "withdraw": WithdrawView}
NO_CALL = _("No tour looks for hosts just now. Its call stands here and on the first page as soon as there is one.")


class DaysPanel(InlinePanel):
    def get_form_options(self):
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        formset["form"] = get_form_for_model(self.db_field.related_model, form_class=DayForm)
        return options


def _tours(request):
    """An editor is not told of what is not public yet."""
    is_office = request is not None and TourOfferPolicy(TourOffer).is_office(request.user)
    return Tour.objects.all() if is_office else Tour.objects.visible_to()


class OfferFilterSet(WagtailFilterSet):
    tour = ModelChoiceFilter(label=_("Forum tour"), queryset=_tours)

    class Meta:
        model = TourOffer
        fields = ["tour", "state"]


class OfferListView(SafeSheet, OwnedIndexView):
    def get_list_more_buttons(self, instance):
        desk = Button(
            _("How it stands"), url=reverse(self.inspect_url_name, args=[instance.pk]), icon_name="calendar-check"
        )
        return [*super().get_list_more_buttons(instance), desk]

    def get_edit_url(self, instance):
        """What is decided is looked at, not changed."""
        return super().get_edit_url(instance) if instance.is_waiting else self.get_inspect_url(instance)


class OfferCreateView(OwnedCreateView):
    def dispatch(self, request, *args, **kwargs):
        """Without an open call there is nothing to fill in; what was sent is shown with what is wrong instead."""
        is_office = self.permission_policy.is_office(request.user)
        may = self.permission_policy.user_has_permission(request.user, "add")
        is_open = Tour.objects.open_on(timezone.localdate()).exists()
        if request.method == "GET" and may and not is_office and not is_open:
            messages.warning(request, NO_CALL)
            return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)

    def get_initial_form_instance(self):
        number = self.request.GET.get("tour", "")
        found = number.isascii() and number.isdecimal() and len(number) < 19
        tour = Tour.objects.visible_to().filter(pk=number).first() if found else None
        return TourOffer(tour=tour) if tour else TourOffer()

    def form_valid(self, form):
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:  # the second of two presses
            messages.warning(self.request, ALREADY)
            return redirect(self.index_url_name)

    def save_instance(self):
        offer = super().save_instance()
        if not self.permission_policy.is_office(self.request.user):
            letters.offered(offer)
        return offer

    def get_success_url(self):
        return reverse(offers_space("inspect"), args=[self.object.pk])


class OfferEditView(OwnedEditView):
    def dispatch(self, request, *args, **kwargs):
        if not self.object.is_waiting:
            messages.warning(request, _("This offer is decided and cannot be changed any more."))
            return redirect(offers_space("inspect"), self.object.pk)
        return super().dispatch(request, *args, **kwargs)

    def save_instance(self):
        """Decided while the form was open: what was agreed stays as it was."""
        if not type(self.object).objects.select_for_update().filter(pk=self.object.pk, state="offered").exists():
            messages.warning(self.request, ALREADY)
            return self.object
        return super().save_instance()

    def get_success_url(self):
        return reverse(offers_space("inspect"), args=[self.object.pk])


class TourOfferViewSet(OwnedViewSet):
    model = TourOffer
    icon = "form"
    menu_order = 10
    editors_menu_order = 157
    inspect_view_enabled = True
    index_view_class = OfferListView
    add_view_class = OfferCreateView
    edit_view_class = OfferEditView
    inspect_view_class = OfferDeskView
    inspect_template_name = "events/admin/tour_offer_desk.html"
    list_display = [
        "organization",  # the first leads to the offer
        Column("tour", label=_("Forum tour"), accessor="tour"),
        Column("settlement", label=_("Settlement"), accessor="settlement"),
        Column("state", label=_("State"), accessor="get_state_display"),
        Column("sent_at", label=_("Sent"), accessor=lambda offer: day(offer.sent_at), sort_key="sent_at"),
    ]
    filterset_class = OfferFilterSet
    search_fields = ["organization__name_bg", "place", "settlement__name_bg"]
    list_export = [
        *("tour", "organization", "settlement", "place", "hall", "days_in_words", "expected", "contact_role"),
        *("note", "get_state_display", "reason"),
    ]
    export_headings = {"days_in_words": _("Possible days"), "get_state_display": _("State")}
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "The office sees the offer as soon as it is saved, other organisations never do. You may change or "
                    "withdraw it until it is decided. When it is accepted, the event begins as a draft of yours."
                )
            ),
            FieldPanel("tour", widget=forms.Select),
            FieldPanel("organization"),
            FieldPanel("settlement"),
            FieldRowPanel([FieldPanel("place"), FieldPanel("hall")], heading=_("Where")),
            DaysPanel(
                "days",
                [FieldPanel("day")],
                heading=_("Days that suit you"),
                label=_("day"),
                min_num=1,
                max_num=12,
                help_text=_("The more there are, the easier the stops fit together."),
            ),
            FieldRowPanel([FieldPanel("expected"), FieldPanel("contact_role")]),
            FieldPanel("note"),
        ],
        base_form_class=TourOfferForm,
    )

    @property
    def permission_policy(self):
        return TourOfferPolicy(self.model)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organization", "tour", "settlement")

    def get_urlpatterns(self):
        decisions = [
            path(f"{name}/<str:pk>/", self.construct_view(view), name=name) for name, view in DECISIONS.items()
        ]
        return [*super().get_urlpatterns(), *decisions]

    def editors_menu_item(self):
        return GroupsMenuItem(self, _("Forum tour"))


class GroupsMenuItem(EditorsMenuItem):
    """For editors of local action groups, while there is a tour or an offer of theirs."""

    def is_shown(self, request):
        if not super().is_shown(request):
            return False
        user = request.user
        if self.policy.owners(user, "add").exists() and Tour.objects.visible_to().exists():
            return True
        return self.policy.instances_user_has_any_permission_for(user, {"view"}).exists()


register_snippet(TourOfferViewSet)


@hooks.register("register_log_actions")
def log_actions(actions):
    for state in TourOffer.State:
        actions.register_action(f"portal.tour_offer.{state}", state.label, state.label)
