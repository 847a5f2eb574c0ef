"""A certificate as it is printed, whatever it is given for."""

from django.utils.translation import gettext as _

from core.addresses import absolute
from core.certificates.addresses import check_address
from core.dates import day
from core.models import NumberedCertificate
from core.papers.codes import qr
from core.papers.typeset import breakable, one_line, typeset


def certificate_paper(given: NumberedCertificate, said: dict) -> bytes:
    """`said`: what it is for (`event`, `when`, `place`, `parts`), whose it is and who paid, in the active language."""
    check = absolute(check_address(given.code))
    words = {
        "network-above": _("Bulgarian National"),
        "network": _("LEADER Network"),
        "title": _("Certificate"),
        "number": _("No."),
        "given-to": _("Given to"),
        "date": _("date"),
        "check-it": _("Check the number at"),
    }
    data = {
        "language": given.language,
        "number": given.number,
        "person": breakable(one_line(given.name)),
        "date": day(given.made_at),
        "check": check.partition("://")[2],
        "qr": qr(check),
    }
    return typeset("certificate", said | data | {"words": words | said["words"]})
