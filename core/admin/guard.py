"""Whether an address of the admin may be opened with what it names: the door itself, then the pages and files in it.

Wagtail's own views ask for rights before they change anything, but many name a page before they refuse.
"""

from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core import sight
from core.admin import doors
from core.admin.bulk import may_do_together
from core.forms.sent import KEY

ONE_PAGE = ("page_id", "page_to_move_id")
PLACES = ("parent_page_id", "destination_id")
TYPED_PAGES = ("new_parent_page", "parent_page", "chooser", "target_pages[]")
KEYS = ("pk", "object_id", "object_pk")
TYPED_KEYS = ("overwrite_revision_id",)
CHOOSING = "wagtailadmin_choose_page"
NAMED_WITHOUT_RIGHTS = ("start_from_page", "translate_page")  # of published pages; they ask by themselves


def lets_in(request, name: str, arguments: dict) -> bool:
    user = request.user
    if not doors.may_enter(user, name):
        return False
    if not _makes_sense(request, name, arguments):
        return False
    if user.is_superuser:
        return True
    if name == "wagtail_bulk_action":
        return may_do_together(request, arguments)
    return (
        _may_work_on(user, name, arguments)
        and _may_look_into(user, name, arguments)
        and not sight.hidden_from(user, Page, _typed(request, name))
    )


def _makes_sense(request, name: str, arguments: dict) -> bool:
    """Keys in numbers; Wagtail's views look up whatever was sent, and stumble."""
    keys = [arguments[key] for key in KEYS if key in arguments]
    keys += [key for field in TYPED_KEYS for key in request.POST.getlist(field) if key]
    if name.endswith("chosen_multiple"):
        keys += request.GET.getlist("id")
    if name == "wagtail_bulk_action":
        keys += request.GET.getlist("childOf")
    return all(KEY.fullmatch(str(key)) for key in keys)


def _may_work_on(user, name: str, arguments: dict) -> bool:
    """Whose page it is, or who has to review it just now."""
    if name in NAMED_WITHOUT_RIGHTS:
        return True
    for page in Page.objects.filter(pk__in=[arguments[key] for key in ONE_PAGE if key in arguments]):
        rights = page.specific_deferred.permissions_for_user(user)
        if not (rights.can_edit() or rights.can_publish()):
            return False
    return True


def _may_look_into(user, name: str, arguments: dict) -> bool:
    places = [arguments[key] for key in PLACES if arguments.get(key)]
    if not places:
        return True
    if name.startswith(CHOOSING):
        return not sight.hidden_from(user, Page, places)
    explorable = page_permission_policy.explorable_instances(user)
    return explorable.filter(pk__in=places).count() == len(places)


def _typed(request, name: str) -> list[str]:
    """Keys of pages that somebody wrote into the address or the form."""
    found = [key for given in (request.GET, request.POST) for field in TYPED_PAGES for key in given.getlist(field)]
    if name == f"{CHOOSING}_chosen_multiple":
        found += request.GET.getlist("id")
    return [key for key in found if key]
