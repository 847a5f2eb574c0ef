"""Forum tours in the admin: the office makes them; the offers of hosts stand in a register beside them."""

from django.db.models import Count, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TitleFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from core.admin.registers import OFFICE_MENU_HOOK, in_any_case
from core.admin.sheets import SafeSheet
from core.dates import day
from core.forms.references import OwnReferences
from core.panels import both_languages
from events.addresses import tour_address
from events.models import Tour, TourOffer
from events.tours.page import offers_space


class TourListView(SafeSheet, IndexView):
    def search_queryset(self, queryset):
        return in_any_case(queryset, self.search_fields, self.search_query) if self.is_searching else queryset

    def get_list_more_buttons(self, instance):
        offers = Button(
            _("Offers to host"), url=f"{reverse(offers_space('list'))}?tour={instance.pk}", icon_name="form"
        )
        shown = tour_address(instance.slug, "bg") if instance.is_public else ""
        as_read = [Button(_("See it as readers do"), url=shown, icon_name="view")] if shown else []
        return [*super().get_list_more_buttons(instance), offers, *as_read]


class TourViewSet(SnippetViewSet):
    model = Tour
    icon = "site"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 9
    copy_view_enabled = False
    index_view_class = TourListView
    list_display = [
        "title",
        Column(
            "call_until", label=_("Offers until"), accessor=lambda tour: day(tour.call_until), sort_key="call_until"
        ),
        Column("is_public", label=_("Public"), accessor=lambda tour: _("yes") if tour.is_public else _("no")),
        Column("waiting", label=_("Offers that wait"), accessor=lambda tour: tour.waiting),
    ]
    list_export = ["title", "call_until", "wished_from", "wished_to", "is_public"]
    search_fields = ["title_bg", "title_en"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    TitleFieldPanel("title_bg", heading=_("In Bulgarian"), classname="", placeholder=False),
                    FieldPanel("title_en", heading=_("In English")),
                ],
                heading=_("Title"),
            ),
            both_languages("summary", _("Summary")),
            both_languages("text", _("Text")),
            FieldPanel("call_until"),
            FieldRowPanel(
                [FieldPanel("wished_from"), FieldPanel("wished_to")],
                heading=_("When the stops should be"),
            ),
            FieldPanel("funding"),
            FieldPanel("slug", help_text=_("Empty: made from the title. The old address leads to the new one.")),
            FieldPanel("is_public"),
        ]
    )

    def get_form_class(self, for_update=False):
        return type("TourForm", (OwnReferences, super().get_form_class(for_update)), {})

    def get_queryset(self, request):
        return Tour.objects.annotate(waiting=Count("offers", filter=Q(offers__state=TourOffer.State.OFFERED)))


register_snippet(TourViewSet)


@hooks.register("before_delete_snippet")
def keep_with_its_offers(request, instances):
    """One at a time or many at once: a tour with offers stays, for others have written them."""
    if any(isinstance(one, Tour) and one.offers.exists() for one in instances):
        messages.error(
            request, _("Somebody has offered to host this tour, so it stays. Take “public” away to hide it.")
        )
        return redirect(Tour.snippet_viewset.get_url_name("list"))
    return None
