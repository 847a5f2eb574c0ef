"""Certificates in the copy of own data."""

from django.db.models import Q
from django.utils.translation import gettext as _

from events.models import Certificate
from members.own_data import Part, register


@register("event-certificates")
def collect(person) -> Part:
    """Of registrations sent when logged in, or from an address shown to be the person's own."""
    columns = {"number": _("No."), "event": _("Event"), "name": _("Name"), "made_at": _("Issued on")}
    addresses = list(person.emailaddress_set.filter(verified=True).values_list("email", flat=True))
    own = Q(attendee__registration__person=person) | Q(attendee__registration__email__in=addresses)
    rows = [
        {"number": given.number, "event": given.event.title, "name": given.name, "made_at": given.made_at}
        for given in Certificate.objects.filter(own).exclude(name="").select_related("event")
    ]
    return Part(_("Certificates of attendance"), columns, rows)
