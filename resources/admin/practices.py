"""Good practices in the admin: editors see, write and change those of their own organisations."""

from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, get_form_for_model
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from core.admin.sheets import SafeSheet
from core.dates import day
from core.forms.amounts import AmountField
from core.panels import both_languages
from members.admin.owned import OwnedIndexView, OwnedViewSet
from members.admin.owned_menu import EditorsMenuItem
from resources.models import Practice

FOR_READERS = ("action-publish", "action-submit")
NEEDED = ("problem_bg", "done_bg", "result_bg")


class PracticeForm(WagtailAdminModelForm):
    """A draft may lack what readers need; what goes to them may not."""

    cost = AmountField(label=_("Cost in euro"), min_value=0, max_digits=12, decimal_places=2, required=False)

    def clean(self):
        cleaned = super().clean()
        if any(name in self.data for name in FOR_READERS):
            for name in NEEDED:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, ValidationError(_("Readers need this to repeat it."), code="required"))
        return cleaned


class PartnerForm(WagtailAdminModelForm):
    def clean(self):
        cleaned = super().clean()
        organization, name = cleaned.get("organization"), (cleaned.get("name_bg") or "").strip()
        if bool(organization) == bool(name):
            self.add_error("name_bg", _("Choose an organisation of the portal, or write the name of another one."))
        return cleaned


class PartnersPanel(InlinePanel):
    """With a form of its own for each partner."""

    def get_form_options(self):
        options = super().get_form_options()
        form = get_form_for_model(self.db_field.related_model, form_class=PartnerForm)
        options["formsets"][self.relation_name]["form"] = form
        return options


class PracticeListView(SafeSheet, OwnedIndexView):
    pass


class PracticeViewSet(OwnedViewSet):
    model = Practice
    icon = "pick"
    menu_order = 9
    editors_menu_order = 158
    index_view_class = PracticeListView
    list_display = [
        "title",
        "organization",
        Column(
            "first_published_at",
            label=_("Published on"),
            accessor=lambda one: day(one.first_published_at) if one.first_published_at else "",
            sort_key="first_published_at",
        ),
    ]
    list_export = ["title", "organization", "first_published_at"]
    search_fields = ["title_bg", "title_en", "organization__name_bg"]
    edit_handler = ObjectList(
        [
            FieldPanel("organization"),
            both_languages("title", _("Title")),
            both_languages("summary", _("Summary")),
            FieldPanel("picture"),
            both_languages("problem", _("The problem")),
            both_languages("done", _("What was done")),
            PartnersPanel(
                "partners",
                [
                    FieldPanel("organization"),
                    FieldRowPanel([FieldPanel("name_bg"), FieldPanel("name_en"), FieldPanel("sector")]),
                ],
                heading=_("Partners"),
                label=_("partner"),
                max_num=20,
            ),
            both_languages("result", _("The result")),
            InlinePanel(
                "figures",
                [FieldRowPanel([FieldPanel("number"), FieldPanel("what_bg"), FieldPanel("what_en")])],
                heading=_("The result in figures"),
                label=_("figure"),
                max_num=8,
            ),
            MultiFieldPanel(
                [FieldPanel("cost"), FieldRowPanel([FieldPanel("cost_note_bg"), FieldPanel("cost_note_en")])],
                heading=_("What it cost"),
            ),
            both_languages("repeating", _("How to repeat it")),
            both_languages("asked", _("Whom to ask")),
            InlinePanel("materials", [FieldPanel("material")], heading=_("Materials"), label=_("material"), max_num=20),
            FieldPanel("themes", widget=CheckboxSelectMultiple),
            FieldPanel("slug", permission="resources.change_practice"),
        ],
        base_form_class=PracticeForm,
    )

    def editors_menu_item(self):
        return EditorsMenuItem(self, _("Good practices"))


register_snippet(PracticeViewSet)
