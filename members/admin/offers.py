"""Offers in the admin: editors see, write and change those of their own organisations."""

from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button, HeaderButton
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CopyView

from core.admin.sheets import SafeSheet
from core.dates import day
from core.panels import both_languages
from members.admin.offer_desk import ExtendView, OfferDeskView, StepView
from members.admin.offer_form import OfferForm
from members.admin.owned import OwnedCreateView, OwnedEditView, OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem
from members.models import PartnerOffer
from members.offers.states import STEPS

COPIED = (
    *("title_bg", "title_en", "text_bg", "text_en", "role_sought_bg", "role_sought_en"),
    *("organization", "fund", "languages"),
)


class OfferListView(SafeSheet, OwnedIndexView):
    def get_list_more_buttons(self, instance):
        return [*super().get_list_more_buttons(instance), *_ways(self, instance)]


class OfferEditView(OwnedEditView):
    @property
    def header_buttons(self):
        desk = reverse(self.inspect_url_name, args=[self.object.pk])
        return [*super().header_buttons, HeaderButton(_("State and answers"), url=desk, icon_name="comment")]


class StartFromView(CopyView, OwnedCreateView):
    """„Започни от тази“: a new offer with the text of an earlier one, and nothing of its dates."""

    def get_initial_form_instance(self):
        earlier = self.get_object().get_latest_revision_as_object()
        begun = PartnerOffer(**{name: getattr(earlier, name) for name in COPIED})
        begun.themes = list(earlier.themes.all())
        return begun


class PartnerOfferViewSet(OwnedViewSet):
    model = PartnerOffer
    icon = "link"
    menu_order = 6
    editors_menu_order = 160
    list_display = [
        "title",
        "organization",
        Column("state", label=gettext_lazy("State"), accessor="state_today"),
        Column(
            "deadline", label=gettext_lazy("Deadline"), accessor=lambda offer: day(offer.deadline), sort_key="deadline"
        ),
    ]
    list_filter = ["fund", "state"]
    search_fields = ["title_bg", "title_en", "organization__name_bg"]
    list_export = ["title", "organization", "state_today", "deadline", "get_fund_display", "role_sought"]
    export_headings = {"state_today": gettext_lazy("State"), "get_fund_display": gettext_lazy("Fund")}
    copy_view_enabled = True
    inspect_view_enabled = True
    index_view_class = OfferListView
    edit_view_class = OfferEditView
    copy_view_class = StartFromView
    inspect_view_class = OfferDeskView
    inspect_template_name = "members/admin/offer_desk.html"
    edit_handler = ObjectList(
        [
            FieldPanel("organization"),
            both_languages("title", gettext_lazy("Title")),
            both_languages("role_sought", gettext_lazy("Whom we seek")),
            both_languages("text", gettext_lazy("Text")),
            FieldPanel("themes", widget=CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("fund"), FieldPanel("deadline")]),
            FieldPanel("languages"),
            FieldPanel("slug", permission="members.change_partneroffer"),
        ],
        base_form_class=OfferForm,
    )

    def editors_menu_item(self):
        return EditorsMenuItem(self, gettext_lazy("Offers"))

    def get_urlpatterns(self):
        steps = [path(f"{name}/<str:pk>/", self.construct_view(StepView, step=name), name=name) for name in STEPS]
        extend = path("extend/<str:pk>/", self.construct_view(ExtendView), name="extend")
        return [*super().get_urlpatterns(), *steps, extend]


def _ways(view, offer):
    yield Button(_("State and answers"), url=reverse(view.inspect_url_name, args=[offer.pk]), icon_name="comment")


register_snippet(PartnerOfferViewSet)


@hooks.register("register_log_actions")
def log_actions(actions):
    words = {
        "open": gettext_lazy("Seeks again"),
        "talking": gettext_lazy("In talks"),
        "formed": gettext_lazy("Partnership formed"),
        "withdrawn": gettext_lazy("Withdrawn"),
        "expired": gettext_lazy("Deadline passed"),
        "extend": gettext_lazy("Deadline put off"),
    }
    for name, label in words.items():
        actions.register_action(f"portal.offer.{name}", label, label)
