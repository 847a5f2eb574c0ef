"""Files, records of organisations, what the office keeps, people and settings in the admin."""

from tests.access.ways import ADMINISTRATOR, LOGGED_IN, OFFICE, THEIRS, TRAINERS, Way, at, bulk, plain

FILES = [
    *(
        Way("picture", channel, at(f"wagtailimages:{channel}", "picture"), TRAINERS)
        for channel in ("edit", "image_usage")
    ),
    *(Way("document", verb, at(f"wagtaildocs:{verb}", "document"), TRAINERS) for verb in ("edit", "document_usage")),
    Way("picture", "list", plain("/admin/images/"), TRAINERS),
    Way("document", "list", plain("/admin/documents/"), TRAINERS),
    Way("picture", "search", plain("/admin/images/results/?q=zebr"), TRAINERS),
    Way("document", "search", plain("/admin/documents/results/?q=zebr"), TRAINERS),
    Way("picture", "choose", plain("/admin/images/chooser/"), TRAINERS),
    Way("document", "choose", plain("/admin/documents/chooser/"), TRAINERS),
    *(
        Way(thing, "chosen", at(f"{namespace}:chosen", thing), TRAINERS)
        for thing, namespace in (("picture", "wagtailimages_chooser"), ("document", "wagtaildocs_chooser"))
    ),
    *(
        Way(thing, "chosen, several", at(f"{namespace}:chosen_multiple", query=f"?id={{{thing}}}"), TRAINERS)
        for thing, namespace in (("picture", "wagtailimages_chooser"), ("document", "wagtaildocs_chooser"))
    ),
    Way("picture", "put into a text", at("wagtailimages_chooser:select_format", "picture")),
    Way("picture", "in another size", at("wagtailimages:preview", "picture", "max-20x20")),
    *(
        Way("picture", f"{action} together", bulk("core/portalimage", action, "picture"), TRAINERS)
        for action in ("add_tags", "add_to_collection")
    ),
    *(
        Way("document", f"{action} together", bulk("core/portaldocument", action, "document"), TRAINERS)
        for action in ("add_tags", "add_to_collection")
    ),
    Way("tags", "suggestions", plain("/admin/tag-autocomplete/?term=zebra"), OFFICE, secret="zebra-tag"),
    Way("tags", "filter of pictures", plain("/admin/images/chooser/"), secret="zebra-tag"),
    Way(
        "picture",
        "describe several",
        lambda world: f"/admin/several-pictures/describe/?pictures={world.picture.pk}",
        TRAINERS,
    ),
]
RECORDS = [
    *(
        Way(thing, channel, at(f"wagtailsnippets_members_{model}:{channel}", thing), THEIRS)
        for thing, model in (("organization", "organization"), ("offer", "partneroffer"))
        for channel in ("edit", "history", "usage")
    ),
    *(
        Way("event", channel, at(f"wagtailsnippets_events_event:{channel}", "event"), THEIRS)
        for channel in ("edit", "history", "usage", "inspect", "copy", "state", "dates")
        + ("sheet", "badges", "certificates", "opinions", "dossier")
    ),
    Way("event", "entrance", plain("/vhod/zebra-event/"), THEIRS),
    Way("report", "edit", at("wagtailsnippets_events_eventreport:edit", "report"), THEIRS),
    Way("report", "list", plain("/admin/snippets/events/eventreport/"), THEIRS),
    Way("report", "its address", plain("/sabitia/zebra-reported/otchet/")),
    Way("event", "list", plain("/admin/snippets/events/event/"), THEIRS),
    Way("event", "sheet", plain("/admin/snippets/events/event/?export=csv"), THEIRS),
    Way("event", "choose", plain("/admin/snippets/choose/events/event/"), THEIRS),
    Way(  # „event“ in this address is the model, not the thing
        "event",
        "delete together",
        lambda world: f"/admin/bulk/events/event/delete/?id={world.event.pk}",
        OFFICE,
    ),
    Way("event", "its address", plain("/sabitia/zebra-event/")),
    Way("event for members", "its address", plain("/sabitia/subor/"), secret="marmot summary", read_by=LOGGED_IN),
    Way("organization", "list", plain("/admin/snippets/members/organization/"), secret="zebra profile"),
    Way("offer", "list", plain("/admin/snippets/members/partneroffer/"), THEIRS),
    Way("organization", "choose", plain("/admin/snippets/choose/members/organization/"), secret="zebra profile"),
    Way("offer", "choose", plain("/admin/snippets/choose/members/partneroffer/"), THEIRS),
    *(
        Way(thing, f"{channel}, search", plain(f"/admin/snippets/{path}/?q=zebr"), who)
        for thing, model, who in (
            ("offer", "members/partneroffer", THEIRS),
            ("event", "events/event", THEIRS),
        )
        for channel, path in (("list", model), ("choose", f"choose/{model}"))
    ),
    Way("offer", "delete together", bulk("members/partneroffer", "delete", "offer"), OFFICE),
    Way("organization", "its public profile", plain("/organizatsii/mig-tundzha/")),
]
OFFICE_KEEPS = [
    Way("message", "list", plain("/admin/core/contactmessage/"), OFFICE),
    Way("message", "in full", at("core_contactmessage_modeladmin_inspect", "message"), OFFICE),
    Way("message", "sheet", plain("/admin/core/contactmessage/?export=csv"), OFFICE),
    Way("letter", "list", plain("/admin/core/outgoingmail/"), ADMINISTRATOR),
    Way("letter", "in full", at("core_outgoingmail_modeladmin_inspect", "letter"), ADMINISTRATOR),
    Way("application", "list", plain("/admin/members/application/"), OFFICE),
    Way("application", "in full", at("members_application_modeladmin_inspect", "application"), OFFICE),
    Way("application", "sheet", plain("/admin/members/application/?export=csv"), OFFICE),
    Way("people", "of an organisation", at("members:team", "mig-tundzha"), OFFICE | {"manager"},
        secret="okapi"),
    Way("people", "in organisations", plain("/admin/members/affiliation/"), OFFICE, secret="okapi"),
    Way("people", "in organisations, sheet", plain("/admin/members/affiliation/?export=csv"), OFFICE,
        secret="okapi"),
    Way("people", "one place", at("members_affiliation_modeladmin_inspect", "place"), OFFICE, secret="okapi"),
    Way("people", "leaving, of one's own", at("members:leave-team", "place"), frozenset({"editor"}), secret="okapi"),
    Way("people", "list", plain("/admin/users/"), ADMINISTRATOR, secret="okapi"),
    Way("people", "one", at("wagtailusers_users:edit", "person"), ADMINISTRATOR, secret="okapi"),
    Way("people", "close together", bulk("members/user", "set_active_state", "person"), ADMINISTRATOR,
        secret="okapi"),
    Way("groups", "list", plain("/admin/groups/"), ADMINISTRATOR, secret="Редактори: МИГ – Тунджа"),
    *(
        Way("settings", path, plain(f"/admin/{path}/"), ADMINISTRATOR, secret=f"/admin/{button}")
        for path, button in (
            ("sites", "sites/new/"),
            ("collections", "collections/add/"),
            ("workflows/list", "workflows/add/"),
            ("workflows/tasks/index", "workflows/tasks/select_type/"),
        )
    ),
    *(
        Way("search", path, plain(f"/admin/{path}/"), OFFICE)
        for path in ("search/askedquery", "snippets/search/promotion", "snippets/search/synonymgroup")
    ),
    Way("redirects", "list", plain("/admin/redirects/"), OFFICE, secret="/staro"),
]  # fmt: skip
REGISTRATIONS = [
    Way("seat", "list", plain("/admin/events/seat/"), THEIRS),
    Way("seat", "search", plain("/admin/events/seat/?q=person"), THEIRS),
    Way("seat", "sheet", plain("/admin/events/seat/?export=csv"), THEIRS),
    Way("seat", "in full", at("events_seat_modeladmin_inspect", "seat"), THEIRS),
    Way("seat", "filter of events", plain("/admin/events/seat/"), THEIRS, secret="zebra event"),
    Way("mailing", "list", plain("/admin/events/mailing/"), THEIRS),
    Way("mailing", "sheet", plain("/admin/events/mailing/?export=csv"), THEIRS),
    Way("mailing", "in full", at("events_mailing_modeladmin_inspect", "mailing"), THEIRS),
    Way("seat", "merge", at("merge_people", "seat"), THEIRS),
    Way("seat", "merge, looking for others", at("merge_people", "seat", query="?q=person"), THEIRS),
    Way("event", "enter people", at("enter_people", query="?event={event}"), THEIRS),
    Way("event", "write to all", at("write_to_registered", query="?event={event}"), THEIRS),
    Way("event", "choose for people", at("enter_people"), THEIRS),
]
TOURS = [
    *(
        Way("tour", channel, at(f"wagtailsnippets_events_tour:{channel}", "tour"), OFFICE)
        for channel in ("edit", "usage", "delete")
    ),
    Way("tour", "list", plain("/admin/snippets/events/tour/"), OFFICE),
    Way("tour", "sheet", plain("/admin/snippets/events/tour/?export=csv"), OFFICE),
    Way("tour", "its address", plain("/sabitia/obikolka/zebra-tour/")),
    Way("tour", "all tours", plain("/sabitia/obikolka/")),
    Way("tour", "of an event", plain("/admin/snippets/events/event/add/"), OFFICE, secret="zebra tour"),
    *(
        Way("tour_offer", channel, at(f"wagtailsnippets_events_touroffer:{channel}", "tour_offer"), THEIRS)
        for channel in ("edit", "inspect")
    ),
    Way("tour_offer", "sheet", plain("/admin/snippets/events/touroffer/?export=csv"), THEIRS),
    Way("tour_offer", "page of the tour", plain("/sabitia/obikolka/otkrita-obikolka/")),
]
TRAINING = [
    *(
        Way("material", channel, at(f"wagtailsnippets_resources_material:{channel}", "material"), TRAINERS)
        for channel in ("edit", "history", "usage", "inspect", "version", "beside")
    ),
    Way("material", "list", plain("/admin/snippets/resources/material/"), TRAINERS),
    Way("material", "sheet", plain("/admin/snippets/resources/material/?export=csv"), TRAINERS),
    Way("material", "choose", plain("/admin/snippets/choose/resources/material/"), TRAINERS),
    Way(
        "material",
        "describe",
        at("wagtailsnippets_resources_material:describe", query="?materials={material}"),
        TRAINERS,
    ),
    Way("material", "its address", plain("/obuchenia/biblioteka/zebra-material/"), TRAINERS),
    Way("material", "its file", plain("/fayl/zebra-material/"), TRAINERS),
    Way("material", "its text", plain("/fayl/zebra-material/1/tekst/"), TRAINERS),
    *(
        Way("material for members", path, plain(path), LOGGED_IN, secret="Wombat material")
        for path in ("/obuchenia/biblioteka/", "/obuchenia/biblioteka/wombat-material/", "/tarsene/podskazki/?q=вом")
    ),
    *(
        Way("material for members", path, plain(path), secret="Wombat material")
        for path in (
            *("/obuchenia/biblioteka/rss/", "/obuchenia/biblioteka/atom/", "/sitemap-materials-bg.xml"),
            *("/tarsene/rss/?q=material", "/tarsene/?q=wombta"),
        )
    ),
    Way(
        "material for members",
        "search",
        plain("/tarsene/?q=wombat"),
        LOGGED_IN,
        secret="<mark>Wombat</mark> material",
    ),
    *(
        Way("material for participants", path, plain(path), secret="Numbat")
        for path in (
            *("/tarsene/?q=нумбат", "/tarsene/?q=material", "/tarsene/rss/?q=material", "/tarsene/podskazki/?q=num"),
            *("/tarsene/?q=нумбта", "/obuchenia/biblioteka/", "/en/tarsene/?q=нумбат"),
        )
    ),
    Way(
        "material for participants",
        "its address",
        plain("/obuchenia/biblioteka/numbat-material/"),
        TRAINERS,
        secret="Numbat",
    ),
    Way("practice", "search", plain("/tarsene/?q=practice&kind=practice")),
    Way("course", "edit", at("wagtailadmin_pages:edit", "course"), TRAINERS),
    Way("lesson", "edit", at("wagtailadmin_pages:edit", "lesson"), TRAINERS),
    Way("course", "desk", at("training_desk"), TRAINERS),
    Way("course", "explorer", at("wagtailadmin_explore", "course"), TRAINERS),
    Way("course", "its address", plain("/obuchenia/zebra-course/")),
    Way("lesson", "its address", plain("/obuchenia/zebra-course/zebra-lesson/")),
    Way("course", "as one ZIP", at("resources:course-zip", "course")),
]
ROWS = [*FILES, *RECORDS, *OFFICE_KEEPS, *REGISTRATIONS, *TOURS, *TRAINING]
