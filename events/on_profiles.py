"""What the profile of an organisation shows of its events: what comes, else what was last."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.addresses import section_address
from core.prepared import prepared
from events.models import Event
from members.models import Organization
from members.profile.sections import Section, register

HOW_MANY = 5
LAST = 2


def show_on_profiles() -> None:
    register(Section("sabitia", _("Events"), "events/on_profile.html", 150, _events))


def _events(organization: Organization, code: str) -> dict | None:
    """Two queries; those that it holds together with others too."""
    now = timezone.now()
    coming, past = _coming(organization.pk, now), _past(organization.pk, now)
    if not coming and not past:
        return None
    section = section_address("EventIndexPage", code)
    more_url = f"{section}?host={organization.slug}" if section else ""
    return {"coming": coming, "past": past, "more_url": more_url, "more": _("All events of the organisation")}


@prepared
def _coming(organization, now):
    return _of(organization).coming_at(now).first_first()[:HOW_MANY]


@prepared
def _past(organization, now):
    return _of(organization).past_at(now).newest_first()[:LAST]


def _of(organization: int):
    together = Event.co_hosts.through.objects.filter(event=OuterRef("pk"), organization=organization)
    return Event.objects.visible_to().filter(Q(organization=organization) | Exists(together)).for_listing()
