"""Partnerships in the admin: recorded by one organisation, confirmed by the others, counted by the office."""

from django.db import IntegrityError
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, ObjectList, get_form_for_model
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from core.admin.sheets import SafeSheet
from core.admin.verbs import ALREADY
from core.dates import day
from core.panels import both_languages
from members.admin.owned import OwnedCreateView, OwnedEditView, OwnedIndexView, OwnedViewSet
from members.admin.partnership_desk import AnswerView, PartnershipDeskView
from members.admin.partnership_form import PartnershipForm, SideForm, SidesFormSet
from members.models import Partner, PartnerOffer, Partnership
from members.owned import OwnedPolicy
from members.partnerships.policy import PartnershipPolicy
from members.partnerships.recording import change, record

OF_A_SIDE = {"organization", "name", "country", "DELETE"}  # the sector of an organisation follows from it


class SidesPanel(InlinePanel):
    """With a form of its own for each side."""

    def get_form_options(self):
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        formset["form"] = get_form_for_model(self.db_field.related_model, form_class=SideForm)
        formset["formset"] = SidesFormSet
        return options


class PartnershipListView(SafeSheet, OwnedIndexView):
    pass


class PartnershipCreateView(OwnedCreateView):
    def get_initial_form_instance(self):
        """Filled in as far as the offer tells."""
        own = OwnedPolicy(PartnerOffer).instances_user_has_any_permission_for(self.request.user, {"change"})
        number = self.request.GET.get("offer", "")
        offer = own.filter(pk=number).first() if number.isascii() and number.isdecimal() else None
        if offer is None:
            return Partnership(formed_on=timezone.localdate())
        return Partnership(
            offer=offer,
            organization=offer.organization,
            title_bg=offer.title_bg,
            title_en=offer.title_en,
            fund=offer.fund,
            formed_on=timezone.localdate(),
        )

    def form_valid(self, form):
        form.instance.key = form.cleaned_data["press"] or form.instance.key
        form.instance.offer = form.cleaned_data["offer"]
        try:
            return super().form_valid(form)
        except IntegrityError:  # the second of two presses
            messages.warning(self.request, ALREADY)
            return redirect(self.index_url_name)

    def save_instance(self):
        partnership = super().save_instance()
        record(partnership, self.request.user)
        return partnership


class PartnershipEditView(OwnedEditView):
    def save_instance(self):
        partnership = super().save_instance()
        words = {*self.form.changed_data} & {"title_bg", "title_en", "fund", "formed_on"}
        sides = any(OF_A_SIDE & {*form.changed_data} for form in self.form.formsets["partners"].forms)
        change(partnership, is_another=bool(words) or sides)
        return partnership


class PartnershipViewSet(OwnedViewSet):
    model = Partnership
    icon = "group"
    menu_order = 7
    editors_menu_order = 170
    list_display = [
        "title",
        "organization",
        Column("sides", label=_("Partners"), accessor="partners_in_words"),
        Column("formed_on", label=_("Formed on"), accessor=lambda one: day(one.formed_on), sort_key="formed_on"),
    ]
    list_filter = ["fund"]
    search_fields = ["title_bg", "title_en", "organization__name_bg"]
    list_export = [
        "formed_on",
        "title",
        "organization",
        "partners_in_words",
        "sectors_in_words",
        "get_fund_display",
        "offer",
    ]
    export_headings = {
        "partners_in_words": _("Partners"),
        "sectors_in_words": _("Sectors"),
        "get_fund_display": _("Fund"),
    }
    inspect_view_enabled = True
    index_view_class = PartnershipListView
    add_view_class = PartnershipCreateView
    edit_view_class = PartnershipEditView
    inspect_view_class = PartnershipDeskView
    inspect_template_name = "members/admin/partnership_desk.html"
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "It stands on your profile at once. Partners on the portal are asked: on their profiles it stands "
                    "when they confirm it. Whoever changes the words later asks them anew."
                )
            ),
            FieldPanel("organization"),
            both_languages("title", _("On what you work together")),
            FieldRowPanel([FieldPanel("fund"), FieldPanel("formed_on")]),
            SidesPanel(
                "partners",
                [
                    FieldPanel("organization", heading=_("Organisation of the portal")),
                    FieldRowPanel([FieldPanel("name"), FieldPanel("sector"), FieldPanel("country")]),
                ],
                heading=_("Partners"),
                label=_("partner"),
                min_num=1,
            ),
        ],
        base_form_class=PartnershipForm,
    )

    @property
    def permission_policy(self):
        return PartnershipPolicy(self.model)

    def get_queryset(self, request):
        sides = Partner.objects.select_related("organization")
        return super().get_queryset(request).prefetch_related(Prefetch("partners", sides))

    def get_urlpatterns(self):
        answers = [
            path(f"{name}/<str:pk>/", self.construct_view(AnswerView, answer=name), name=name)
            for name in ("confirm", "decline")
        ]
        return [*super().get_urlpatterns(), *answers]


register_snippet(PartnershipViewSet)


@hooks.register("register_log_actions")
def log_actions(actions):
    for name, label in (("confirmed", _("Confirmed by a partner")), ("declined", _("Declined by a partner"))):
        actions.register_action(f"portal.partnership.{name}", label, label)
