"""What the profile of an organisation shows of its good practices."""

from django.utils.translation import gettext_lazy as _

from core.prepared import prepared
from members.models import Organization
from members.profile.sections import Section, register
from resources.models import Practice
from resources.practices.addresses import practices_address
from resources.practices.listing import row

HOW_MANY = 4


def show_on_profiles() -> None:
    register(Section("dobri-praktiki", _("Good practices"), "resources/practices/on_profile.html", 180, _practices))


def _practices(organization: Organization, code: str) -> dict | None:
    """One query."""
    found = list(_newest(organization.pk))
    if not found:
        return None
    return {
        "rows": [row(practice, code) for practice in found],
        "pictured": found,
        "more_url": practices_address(code),
        "more": _("All good practices"),
    }


@prepared
def _newest(organization):
    return Practice.objects.visible_to().filter(organization=organization).newest_first().for_listing()[:HOW_MANY]
