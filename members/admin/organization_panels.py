"""What an organisation's profile is edited with. What only the office decides stands in a tab of its own."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    get_form_for_model,
)

from core.panels import both_languages
from members.admin.organization_form import OrganizationForm, StrategyForm, StrategyFormSet

OFFICE = "members.change_organization"  # editors have their rights by affiliation, never this one


class ForEditors(FieldPanel):
    """Shown to read only, to those who may not change it."""

    def __init__(self, field_name, **kwargs):
        super().__init__(field_name, **{"read_only": True} | kwargs)

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            return self.bound_field is None and bool(self.value_from_instance)


class StrategiesPanel(InlinePanel):
    """Inline strategies with a form of their own."""

    def get_form_options(self):
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        formset["form"] = get_form_for_model(
            self.db_field.related_model, form_class=StrategyForm, defer_required_on_fields=deferred
        )
        formset["formset"] = StrategyFormSet
        return options


def for_office(name: str, **options) -> FieldPanel:
    return FieldPanel(name, permission=OFFICE, **options)


PROFILE = [
    MultiFieldPanel(
        [
            FieldPanel("name_bg", heading=_("In Bulgarian")),
            FieldPanel("name_en", heading=_("In English")),
        ],
        heading=_("Name"),
        help_text=_("As registered. Between the names of places the dash has spaces: Lyaskovets – Strazhitsa."),
    ),
    both_languages("short_name", _("Short name")),
    for_office("kind"),
    both_languages("legal_form", _("Legal form")),
    for_office("eik", help_text=_("9 digits, of a branch 13. Empty if there is none yet.")),
    ForEditors("eik", help_text=_("If it is wrong, write to the office of the network.")),
    both_languages("summary", _("Summary")),
    both_languages("description", _("Description")),
    FieldPanel("logo", help_text=_("Without one the profile shows an embroidery of its own.")),
    FieldPanel("cover"),
    FieldPanel("themes", widget=CheckboxSelectMultiple),
    FieldPanel("languages"),
]
CONTACTS = [
    FieldPanel("settlement"),
    both_languages("address", _("Street and number")),
    FieldPanel("phone", help_text=_("In any usual form: 046 123 456 or +359 46 123 456.")),
    FieldPanel("email"),
    FieldPanel("website"),
    InlinePanel(
        "contacts",
        [
            both_languages("title", _("Role")),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        ],
        heading=_("Whom to ask"),
        label=_("contact"),
        help_text=_("Roles, no names of people: “Executive director”, “Accountant”."),
    ),
    InlinePanel(
        "links",
        [FieldPanel("url")],
        heading=_("Elsewhere on the internet"),
        label=_("link"),
        help_text=_("Pages in social networks, old sites."),
    ),
]
TERRITORY = [
    StrategiesPanel(
        "strategies",
        [
            FieldPanel("period"),
            both_languages("title", _("Title of the strategy")),
            FieldPanel("document"),
            FieldRowPanel([FieldPanel("budget"), FieldPanel("currency")]),
            both_languages("priorities", _("Priorities, one on each line")),
            FieldPanel("municipalities"),
            FieldPanel("settlements"),
            FieldPanel("without"),
            FieldRowPanel([FieldPanel("settlement_count"), FieldPanel("population")]),
        ],
        heading=_("Strategies by programme period"),
        label=_("strategy"),
        help_text=_("For local action groups. The territory of the newest period is what the map and the lists show."),
    ),
]
MEMBERSHIP = [
    for_office("slug", help_text=_("The end of the profile's address. The old address leads to the new one.")),
    for_office("status"),
    FieldRowPanel([for_office("member_since"), for_office("member_until")]),
    for_office("verified"),
    for_office("may_publish"),
    for_office("reviewer"),
]

edit_handler = TabbedInterface(
    [
        ObjectList([*PROFILE, PublishingPanel()], heading=_("Profile")),
        ObjectList(CONTACTS, heading=_("Contacts")),
        ObjectList(TERRITORY, heading=_("Strategies and territory")),
        ObjectList(
            MEMBERSHIP,
            heading=_("Membership"),
            help_text=_("Holds at once, as soon as you save; it does not wait to be published."),
        ),
    ],
    base_form_class=OrganizationForm,
)
