"""Doing something with many rows at once: Wagtail's question „are you sure“ names every row of the address, also
those that are not for this person."""

from django.apps import apps
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core import sight
from core.admin.doors import holders
from core.models import PortalDocument, PortalImage


def may_do_together(request, arguments: dict) -> bool:
    label = f"{arguments['app_label']}.{arguments['model_name']}"
    try:
        model = apps.get_model(label)
    except LookupError:
        return True  # no such thing: the view says so
    if model is not Page and not issubclass(model, (PortalImage, PortalDocument)):
        return holders(label)(request.user)
    keys = request.GET.getlist("id")
    if "all" not in keys:
        return not sight.hidden_from(request.user, model, keys)
    return model is not Page or _all_of_hers(request)


def _all_of_hers(request) -> bool:
    """„All“ is the children of a page: then the page is hers, and they with it."""
    above = request.GET.get("childOf", "")
    changeable = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    return above.isdecimal() and changeable.filter(pk=above).exists()
