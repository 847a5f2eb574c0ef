"""What is changed by whom: forms sent past every button."""

from tests.access.ways import (
    ADMINISTRATOR,
    MANAGERS,
    NOBODY,
    OFFICE,
    THEIRS,
    TRAINERS,
    Way,
    at,
    bulk,
    page,
    plain,
    sends,
)

COPY = sends(new_title="Kopie", new_slug="kopie", new_parent_page="newsroom")
TO_THE_STRANGERS = sends(new_title="Kopie", new_slug="kopie", new_parent_page="other_newsroom")
LESSON = {
    "body-count": "0", "questions-count": "0", "task": "null", "materials-TOTAL_FORMS": "0",
    "materials-INITIAL_FORMS": "0", "materials-MAX_NUM_FORMS": "1000", "materials-MIN_NUM_FORMS": "0",
    "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "comments-MAX_NUM_FORMS": "1000",
}  # fmt: skip
INVITE = sends(name="Нова", email="nova@example.org", role="editor")
CLOSE = sends(mark_as_active="False")


def does(thing, channel, path, who, form=None):
    return Way(thing, channel, path, form=form or sends(), done_by=who)


ROWS = [
    does("draft", "delete", page("delete"), THEIRS),
    does("live", "unpublish", page("unpublish", "live"), OFFICE),
    does("draft", "copy", page("copy"), THEIRS, COPY),
    does("draft", "copy into a newsroom of one's own", page("copy"), OFFICE, TO_THE_STRANGERS),
    does("draft", "move", page("move_confirm", "draft", "other_newsroom"), OFFICE),
    does("draft", "delete together", bulk("wagtailcore/page", "delete", "draft"), THEIRS),
    does("draft", "publish together", bulk("wagtailcore/page", "publish", "draft"), OFFICE),
    does("draft", "move together", bulk("wagtailcore/page", "move", "draft"), OFFICE, sends(chooser="other_newsroom")),
    does("draft", "lock", page("lock"), OFFICE),
    does("sent", "approve", page("workflow_action", "sent", "approve", "state"), OFFICE),
    does("draft", "translate", at("translate_page", "draft"), THEIRS),
    does("gone", "restore", at("bin:restore", "gone"), OFFICE),
    does("gone", "delete for good", at("bin:empty", "gone"), ADMINISTRATOR),
    does("scheduled", "call off", page("revisions_unschedule", "scheduled", "scheduled_revision"), OFFICE),
    does("newsroom", "order of its pages", page("set_page_position", "sent", query="?position=0"), OFFICE),
    does("draft", "publish through the interface", at("wagtailadmin_api:pages:action", "draft", "publish"), NOBODY),
    does("picture", "delete", at("wagtailimages:delete", "picture"), TRAINERS),
    does("document", "delete", at("wagtaildocs:delete", "document"), TRAINERS),
    does("picture", "tag together", bulk("core/portalimage", "add_tags", "picture"), TRAINERS, sends(tags="nov")),
    does("organization", "unpublish", at("wagtailsnippets_members_organization:unpublish", "organization"), OFFICE),
    does("organization", "lock", at("wagtailsnippets_members_organization:lock", "organization"), ADMINISTRATOR),
    does("offer", "delete", at("wagtailsnippets_members_partneroffer:delete", "offer"), THEIRS),
    does("offer", "delete together", bulk("members/partneroffer", "delete", "offer"), OFFICE),
    does("message", "mark as answered", at("core_contactmessage_modeladmin_answered", "message"), OFFICE),
    does("material", "delete", at("wagtailsnippets_resources_material:delete", "material"), TRAINERS),
    does("course", "new lesson", at("wagtailadmin_pages:add", "resources", "lessonpage", "course"), TRAINERS,
         sends(title="Nov urok", slug="nov-urok", **LESSON)),
    does("seat", "cancel", at("events_seat_modeladmin_cancel", "seat"), THEIRS),
    does("seat", "decline", at("events_seat_modeladmin_decline", "seat"), THEIRS, sends(reason="")),
    does("seat", "host", at("events_seat_modeladmin_organization", "seat"), THEIRS, sends(organization="organization")),
    does("tour_offer", "accept", at("wagtailsnippets_events_touroffer:accept", "tour_offer"), OFFICE,
         lambda world: {"day": world.tour_offer.days.first().day.isoformat(), "at": "10:00"}),
    does("tour_offer", "decline", at("wagtailsnippets_events_touroffer:decline", "tour_offer"), OFFICE,
         sends(reason="Благодарим")),
    does("tour_offer", "withdraw", at("wagtailsnippets_events_touroffer:withdraw", "tour_offer"), THEIRS),
    does("tour_offer", "delete", at("wagtailsnippets_events_touroffer:delete", "tour_offer"), OFFICE),
    does("tour", "delete", at("wagtailsnippets_events_tour:delete", "tour"), OFFICE),
    does("letter", "try again", at("core_outgoingmail_modeladmin_again", "letter"), ADMINISTRATOR),
    does("people", "close together", bulk("members/user", "set_active_state", "person"), ADMINISTRATOR, CLOSE),
    does("people", "delete", at("wagtailusers_users:delete", "person"), ADMINISTRATOR),
    does("people of an organisation", "invite", at("members:team", "mig-tundzha"), MANAGERS, INVITE),
    does("people of an organisation", "change a role", at("members:change-role", "mig-tundzha", "place"), MANAGERS,
         sends(role="member")),
    does("people of an organisation", "remove", at("members:remove-person", "mig-tundzha", "place"), MANAGERS),
    does("groups", "delete", at("wagtailusers_groups:delete", "group"), ADMINISTRATOR),
    does("redirects", "delete", at("wagtailredirects:delete", "redirect"), OFFICE),
    does("workflow", "switch off", at("wagtailadmin_workflows:disable", "workflow"), ADMINISTRATOR),
    does("collections", "add", plain("/admin/collections/add/"), ADMINISTRATOR, sends(name="Нова", parent="root")),
    does("settings", "sites", plain("/admin/sites/new/"), ADMINISTRATOR,
         sends(hostname="nov.example.org", port="80", site_name="Нов", root_page="home")),
]  # fmt: skip
