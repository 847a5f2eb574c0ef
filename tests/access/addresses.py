"""Every address of the site, and what its arguments are filled in with: МИГ – Тунджа's unpublished things."""

from functools import cache

from django.urls import URLPattern, get_resolver
from django.utils.regex_helper import normalize

ARGUMENTS = {
    "page_id": "draft", "parent_page_id": "draft", "page_to_move_id": "draft", "destination_id": "draft",
    "page_pk": "draft", "workflow_pk": "workflow", "revision_id": "revision", "revision_id_a": "earliest",
    "revision_id_b": "latest", "task_state_id": "state", "task_id": "task", "workflow_state_id": "workflow_state",
    "action_name": "approve", "action": "delete", "app_label": "core", "model_name": "portalimage",
    "app_name": "core", "content_type_app_name": "news", "content_type_model_name": "newspage",
    "collection_id": "collection", "image_id": "picture", "document_id": "document", "doc_id": "document",
    "uploaded_file_id": "1", "redirect_id": "redirect", "filter_spec": "max-20x20", "object_id": "draft",
    "session_id": "1", "instance_pk": "message", "role": "koordinator", "section": "bg", "rest": "x", "token": "x",
    "uidb64": "x", "uidb36": "x", "key": "x", "kind": "newsletter", "slug": "mig-tundzha",
    "document_filename": "dokument.txt", "_0": "draft", "_1": "earliest",
    "_2": "latest", "code": "x", "shown": "x", "number": "1", "page": "1",
    "course_pk": "course",
}  # fmt: skip
PK = {
    "wagtailadmin_api": "draft", "wagtailadmin_collections": "collection", "wagtailadmin_workflows": "workflow",
    "bin": "gone", "core_contactmessage": "message", "core_outgoingmail": "letter", "wagtailsettings": "1",
    "wagtailsnippets_core_contactrole": "role", "wagtailsnippetchoosers_core_contactrole": "role",
    "wagtailsnippets_core_fundingrecord": "record", "wagtailsnippetchoosers_core_fundingrecord": "record",
    "wagtailsnippets_members_partneroffer": "offer", "wagtailsnippetchoosers_members_partneroffer": "offer",
    "wagtailsnippets_events_event": "event", "wagtailsnippetchoosers_events_event": "event",
    "wagtailsnippets_events_eventreport": "report", "wagtailsnippetchoosers_events_eventreport": "report",
    "wagtailsnippets_events_tour": "tour", "wagtailsnippetchoosers_events_tour": "tour",
    "wagtailsnippets_events_touroffer": "tour_offer", "wagtailsnippetchoosers_events_touroffer": "tour_offer",
    "wagtailsnippets_resources_material": "material", "wagtailsnippetchoosers_resources_material": "material",
    "resources": "course", "wagtailsnippets_members_organization": "organization",
    "wagtailsnippetchoosers_members_organization": "organization", "wagtailsites": "1",
    "wagtailusers_users": "person", "wagtailusers_groups": "group", "wagtaildocs_chooser": "document",
    "wagtailimages_chooser": "picture", "wagtailsnippets_members_theme": "theme",
    "wagtailsnippetchoosers_members_theme": "theme", "members_application": "application",
    "wagtailsnippets_members_partnership": "partnership", "search_askedquery": "asked",
    "wagtailsnippets_search_promotion": "promotion", "wagtailsnippetchoosers_search_promotion": "promotion",
    "wagtailsnippets_search_synonymgroup": "synonyms", "wagtailsnippetchoosers_search_synonymgroup": "synonyms",
    "wagtailsnippetchoosers_members_partnership": "partnership", "members_selfpublished": "self_published",
    "reset_second_factor": "person", "letter_on_paper": "application", "correct_application": "application",
    "members": "place", "members_affiliation": "place", "events_seat": "seat", "events_mailing": "mailing",
    "merge_people": "seat",
    "wagtailsnippets_resources_practice": "practice", "wagtailsnippetchoosers_resources_practice": "practice",
    "resources_enrolment": "enrolment", "learning": "course",
    "events": "1", "mfa_remove_webauthn": "1", "mfa_edit_webauthn": "1",
}  # fmt: skip


@cache
def patterns() -> list[tuple[str, str, tuple]]:
    """(name with its namespace, address with places for arguments, the arguments) of everything there is."""
    return list(_below(get_resolver()))


def _below(resolver, space: str = "", route: str = "", above: tuple = ()):
    for entry in resolver.url_patterns:
        part = normalize(entry.pattern.regex.pattern.replace(r"\\Z", "").rstrip("$"))[0]
        here, arguments = route + part[0], (*above, *part[1])
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name or here}", here, arguments
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _below(entry, inner, here, arguments)


def filled(here: str, arguments: tuple[str, ...], values: dict) -> str:
    """The address with the keys of things; a new kind of argument needs a line above."""
    return "/" + here % {name: getattr(values[name], "pk", values[name]) for name in arguments}


def values_for(name: str, world) -> dict:
    """For an address by its name: what „pk“ is depends on the namespace."""
    named = dict(ARGUMENTS)
    namespace = name.split("_modeladmin_")[0] if "_modeladmin_" in name else name.rpartition(":")[0].split(":")[0]
    if pk := PK.get(namespace) or PK.get(name):
        named["pk"] = pk
    if namespace in ("events_seat", "events_mailing"):
        named["instance_pk"] = pk
    if namespace == "offers":
        named["slug"] = world.offer.slug
    if namespace == "resources":
        named["slug"] = world.material.slug
    if namespace == "checkin":
        named["slug"] = world.event.slug
    return {key: world.things.get(thing, thing) for key, thing in named.items()}
