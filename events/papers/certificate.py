"""The certificate of attendance as it is printed."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.papers.certificate import certificate_paper
from core.papers.typeset import one_line
from core.typography import NBSP
from events.models import Certificate
from events.papers.about import about, days, place


def certificate(given: Certificate) -> bytes:
    event, code = given.event, given.language
    with translation.override(code):
        seats = given.attendee.seats.who_came().select_related("part").order_by("part__sort_order", "part")
        said = about(event, code)
        said["words"] |= {
            "for-taking-part": _("for taking part in"),
            "for-the-host": _("for the host (name, signature)"),
        }
        said |= {
            "event": _("“%(title)s”") % {"title": said["event"]},
            "when": days(event).replace(" ", NBSP),
            "place": place(event, code),
            "parts": ", ".join(one_line(seat.part.name_in(code).text) for seat in seats),
        }
        return certificate_paper(given, said)
