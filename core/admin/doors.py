"""Which addresses of the admin are open to whom. What is not named here, or by the app it belongs to, is closed.

An app opens its own with `open_to(whom, names…)`; „name:*“ stands for all of a namespace. Administrators pass every
door but those walled up. Inside, each view still asks for its own rights; which pages and files an address may name is
asked in `core/admin/guard.py`.
"""

import re
from collections.abc import Callable

from django.apps import apps
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import get_snippet_models

from core.permissions import is_office

Who = Callable[[object], bool]
ANY = {"add", "change", "delete", "view"}

_open: dict[str, Who] = {}

# Ways around what this portal does differently: the bin, its audience instead of privacy, no aliases.
WALLED_UP = {
    "wagtailadmin_api:pages:action",
    "wagtailadmin_api:pages:find",
    "wagtailadmin_api:documents:*",
    "wagtailadmin_api:images:*",
    "wagtailadmin_pages:set_privacy",
    "wagtailadmin_pages:convert_alias",
    "wagtailadmin_collections:set_privacy",
    "wagtailimages_chooser:select_format",
    "wagtailadmin_error_test",
}


def everybody(user) -> bool:
    """Who may enter the admin at all."""
    return True


def office(user) -> bool:
    return is_office(user)


def holders(label: str) -> Who:
    """Who has any right on a model, named as "members.user"."""
    return lambda user: ModelPermissionPolicy(apps.get_model(label)).user_has_any_permission(user, ANY)


def open_to(who: Who, *names: str) -> None:
    _open.update(dict.fromkeys(names, who))


def may_enter(user, name: str) -> bool:
    ways = _spellings(name)
    if WALLED_UP & set(ways):
        return False
    if user.is_superuser:
        return True
    who = next((_open[way] for way in ways if way in _open), None) or _by_model(name)
    return who is not None and who(user)


def _spellings(name: str) -> list[str]:
    """The name itself, then the namespaces it stands in."""
    parts = name.split(":")
    return [name, *(":".join([*parts[:depth], "*"]) for depth in range(len(parts) - 1, 0, -1))]


def _by_model(name: str) -> Who | None:
    """Records and registers: whoever has a right on the model, by the policy of its view set."""
    for model in get_snippet_models():
        if name.startswith(model.snippet_viewset.url_namespace + ":"):
            return lambda user: model.snippet_viewset.permission_policy.user_has_any_permission(user, ANY)
    if found := re.match(r"(?P<app>[a-z]+)_(?P<model>[a-z]+)_modeladmin_", name):
        return holders(f"{found['app']}.{found['model']}")
    return None
