"""What the desk of an event says about its personal data."""

from django.utils.translation import gettext as _

from core.dates import day
from events.models import Event
from events.retention.rules import erased_from


def when_erased(event: Event) -> str:
    """Empty as long as nobody is registered."""
    if not event.registrations.exists():
        return ""
    erasure = getattr(event, "erasure", None)
    if erasure and erasure.erased_at:
        return _("The personal data were erased on %(day)s.") % {"day": day(erasure.erased_at)}
    on = erased_from(event)
    if on is None:
        return _("The personal data stay until the funding record says how long evidence is kept.")
    if erasure and erasure.announced_for:
        on = max(on, erasure.announced_for)
    return _("The personal data of those registered are erased on %(day)s; the numbers stay.") % {"day": day(on)}
