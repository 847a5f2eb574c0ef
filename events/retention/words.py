"""What the desk of an event says about its personal data."""

from django.utils.translation import gettext as _

from core.dates import day
from events.models import Event, EventErasure
from events.retention.rules import contacts_erased_from, erased_from


def when_erased(event: Event) -> str:
    """Empty as long as nobody is registered."""
    if not event.registrations.exists():
        return ""
    erasure = getattr(event, "erasure", None) or EventErasure(event=event)
    if erasure.erased_at:
        return _("The personal data were erased on %(day)s.") % {"day": day(erasure.erased_at)}
    contacts_go, names_go = contacts_erased_from(event), erased_from(event)
    if names_go == contacts_go and not erasure.contacts_erased_at:
        on = max(names_go, erasure.announced_for or names_go)
        return _("The personal data of those registered are erased on %(day)s; the numbers stay.") % {"day": day(on)}
    if erasure.contacts_erased_at:
        contacts = _("The contact data were erased on %(day)s.") % {"day": day(erasure.contacts_erased_at)}
    else:
        on = max(contacts_go, erasure.contacts_announced_for or contacts_go)
        contacts = _("The contact data of those registered are erased on %(day)s.") % {"day": day(on)}
    if names_go is None:
        names = _("The names of those who came stay until the funding record says how long evidence is kept.")
    else:
        on = max(names_go, erasure.announced_for or names_go)
        names = _("The names of those who came are erased on %(day)s; the numbers stay.") % {"day": day(on)}
    return f"{contacts} {names}"
