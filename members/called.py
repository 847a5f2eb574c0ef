"""From the name of an organisation as somebody typed it to the organisation, when it can be no other."""

from core.skeleton import keys
from members.models import Organization

LOOKED_AT = 1000
NAMES = ("name_bg", "name_en", "short_name_bg", "short_name_en")


def organization_called(typed: str) -> Organization | None:
    """By its name, its English or its short one, whatever the alphabet, quotation marks and dashes."""
    wanted = {key for key in keys(typed) if key}
    if not wanted:
        return None
    found = {}
    for key in sorted(wanted):
        like = Organization.objects.visible_to().filter(search_text__contains=key).only(*NAMES)
        for one in like.order_by("pk")[:LOOKED_AT]:
            if any(wanted & set(keys(name)) for name in _names(one)):
                found[one.pk] = one
    return found.popitem()[1] if len(found) == 1 else None


def _names(organization: Organization) -> list[str]:
    return [name for name in (getattr(organization, each) for each in NAMES) if name]
