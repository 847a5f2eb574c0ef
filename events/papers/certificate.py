"""The certificate of attendance as it is printed."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.addresses import absolute
from core.dates import day
from core.typography import NBSP
from events.certificates.addresses import check_address
from events.models import Certificate
from events.papers.about import about, days, place
from events.papers.codes import qr
from events.papers.typeset import breakable, one_line, typeset


def certificate(given: Certificate) -> bytes:
    event, code = given.event, given.language
    with translation.override(code):
        seats = given.attendee.seats.who_came().select_related("part").order_by("part__sort_order", "part")
        check = absolute(check_address(given.code))
        data = about(event, code)
        data["words"] |= {
            "title": _("Certificate"),
            "number": _("No."),
            "given-to": _("Given to"),
            "for-taking-part": _("for taking part in"),
            "for-the-host": _("for the host (name, signature)"),
            "date": _("date"),
            "check-it": _("Check the number at"),
        }
        data |= {
            "number": given.number,
            "person": breakable(one_line(given.name)),
            "event": _("“%(title)s”") % {"title": data["event"]},
            "when": days(event).replace(" ", NBSP),
            "place": place(event, code),
            "parts": ", ".join(one_line(seat.part.name_in(code).text) for seat in seats),
            "date": day(given.made_at),
            "check": check.partition("://")[2],
            "qr": qr(check),
        }
    return typeset("certificate", data)
