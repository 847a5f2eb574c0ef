"""What an event is edited with: the invitation, when and where, the programme, registration."""

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from core.panels import both_languages
from events.admin.event_form import EventForm

INVITATION = [
    FieldPanel("organization"),
    FieldPanel("kind"),
    MultiFieldPanel(
        [
            TitleFieldPanel("title_bg", heading=_("In Bulgarian"), classname="", placeholder=False),
            FieldPanel("title_en", heading=_("In English")),
        ],
        heading=_("Title"),
    ),
    both_languages("summary", _("Summary")),
    both_languages("text", _("Text")),
    both_languages("for_whom", _("For whom")),
    MultiFieldPanel([FieldPanel("co_hosts")], heading=_("Co-hosts"), classname="collapsed"),
    FieldPanel("picture"),
    FieldPanel("themes"),
    FieldPanel("rubrics"),
    FieldPanel("audience"),
    FieldPanel("funding"),
    FieldPanel("tour", widget=Select, permission="events.change_tour"),
    FieldPanel("slug", help_text=_("Empty: made from the title. The old address leads to the new one.")),
    PublishingPanel(),
]
PLACE = [
    FieldRowPanel(
        [FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When"), help_text=_("Time in Bulgaria.")
    ),
    FieldPanel("all_day"),
    both_languages("place", _("Place")),
    both_languages("hall", _("Hall")),
    FieldPanel("settlement"),
    both_languages("address", _("Street and number")),
    both_languages("hints", _("How to find it")),
    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading=_("Coordinates")),
    FieldPanel("is_online"),
    FieldPanel("online_link"),
    FieldPanel("services"),
]
PROGRAMME = [
    InlinePanel(
        "programme",
        [
            FieldPanel("level"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("minutes")]),
            both_languages("title", _("What")),
            both_languages("speaker", _("Who speaks")),
            FieldPanel("organization"),
            FieldPanel("material"),
            FieldPanel("is_pause"),
        ],
        heading=_("Programme"),
        label=_("item"),
        help_text=_("Parts of the programme, items below them and sub-items, in the order in which they follow."),
    ),
]
REGISTRATION = [
    InlinePanel(
        "parts",
        [
            both_languages("name", _("Name")),
            both_languages("for_whom", _("For whom")),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("registration"),
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("reserved")]),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("needs_approval"),
            FieldPanel("questions"),
        ],
        heading=_("Parts"),
        label=_("part"),
        help_text=_("What one registers for: the press conference, the forum. An event without parts is open to all."),
    ),
    InlinePanel(
        "reminders",
        [
            FieldRowPanel([FieldPanel("hours"), FieldPanel("when")]),
            FieldRowPanel([FieldPanel("part_name"), FieldPanel("state")]),
            both_languages("text", _("Text")),
        ],
        heading=_("Letters by themselves"),
        label=_("letter"),
        help_text=_("Reminders before the event, thanks after it. Each goes once to everybody it is for."),
    ),
    FieldPanel("hold_hours"),
    FieldPanel("offer_hours"),
    FieldPanel("retention_months"),
]

edit_handler = TabbedInterface(
    [
        ObjectList(INVITATION, heading=_("Invitation")),
        ObjectList(PLACE, heading=_("When and where")),
        ObjectList(PROGRAMME, heading=_("Programme")),
        ObjectList(REGISTRATION, heading=_("Parts and registration")),
    ],
    base_form_class=EventForm,
)
