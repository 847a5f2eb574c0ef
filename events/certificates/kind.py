"""What the pages of certificates say of one that was given for coming."""

from django.utils.translation import gettext as _

from core import language
from core.certificates.kinds import Fact, Kind, tell
from core.dates import day
from events.addresses import event_address
from events.models import Certificate, Event
from events.papers.certificate import certificate

BESIDE = ("event__organization__logo", "event__settlement", "event__funding", "attendee", "replaced_by")


def rows():
    return Certificate.objects.select_related(*BESIDE)


def shown(given: Certificate) -> list[Fact]:
    """The event has a link for those who may read it without a log-in."""
    here = language.active()
    read_by_all = Event.objects.visible_to().filter(pk=given.event_id).exists()
    title = given.event.title_in(here)
    url = event_address(given.event.slug, here) if read_by_all else ""
    return [
        Fact(_("Event"), title.text, lang=title.lang, url=url),
        Fact(_("When"), day(given.event.starts_at)),
    ]


tell(Certificate, Kind(rows, shown, certificate))
