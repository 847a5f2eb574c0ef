"""Codes at the entrance as pictures."""

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.models import Attendee


def drawn(attendee: Attendee) -> SafeString:
    """The code of one person as SVG, dark on light in every colour scheme: readers of codes want it so."""
    picture = segno.make(attendee.code, error="m", micro=False)
    words = _("Code for the entrance: %(code)s") % {"code": attendee.code}
    svg = picture.svg_inline(border=3, light="#fff", omitsize=True, svgclass="qr", lineclass=None, title=words)
    return mark_safe(svg)  # noqa: S308 – drawn here; the code has letters and figures only
