"""Certificates for those who came: numbered year by year without a gap, sent as a link to the PDF."""

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import mail
from core.addresses import absolute
from core.certificates.addresses import paper_address
from core.certificates.numbering import initials, number_each
from events.models import Attendee, Certificate, Event, Seat
from events.registering.locks import lock_all


def who_may_get_one(event: Event):
    """Who came, has none yet, and is at no part any more that still goes on; without a name there is nobody to write it
    to."""
    return _without(event).exclude(pk__in=_still_there(event))


def who_is_still_there(event: Event):
    """Who came and gets one when the part has ended."""
    return _without(event).filter(pk__in=_still_there(event))


def _without(event: Event):
    came = Seat.objects.filter(part__event=event).who_came().values("attendee")
    people = Attendee.objects.filter(pk__in=came, certificates=None).exclude(name="")
    return people.select_related("registration").order_by("name", "pk")


def _still_there(event: Event):
    came = Seat.objects.filter(part__event=event).who_came()
    ends_at = Coalesce("part__ends_at", "part__event__ends_at")
    return came.annotate(ends_at=ends_at).filter(ends_at__gt=timezone.now()).values("attendee")


@transaction.atomic
def give(event: Event) -> int:
    """How many were made. Registrations that are being merged are waited for: who is who is known only then."""
    lock_all(event.pk)
    made = number_each(lambda: who_may_get_one(event), _make)
    for certificate in made:
        send(certificate)
    return len(made)


def _make(attendee: Attendee, year: int, running: int) -> Certificate:
    return Certificate.objects.create(
        event_id=attendee.registration.event_id,
        attendee=attendee,
        year=year,
        running=running,
        name=attendee.name,
        initials=initials(attendee.name),
        language=attendee.registration.language,
    )


def send(certificate: Certificate) -> None:
    registration, code = certificate.attendee.registration, certificate.language
    if not registration.email:
        return
    with translation.override(code):
        title = certificate.event.title_in(code).text
        context = {
            "subject": _("Certificate: %(title)s") % {"title": title},
            "lines": [_words(certificate) % {"name": certificate.name, "number": certificate.number}],
            "button": _("Open the certificate (PDF)"),
            "link": absolute(paper_address(certificate.token)),
            "why": _("You get this letter because you registered for the event with this address."),
        }
        key = f"event:{certificate.event_id}:certificate:{certificate.pk}"
        mail.post(key, [registration.email], "note", context, code)


def _words(certificate: Certificate) -> str:
    if certificate.replaces_id:
        return _(
            "The name is put right: the certificate of %(name)s has the number %(number)s now. The one before it is no "
            "longer valid."
        )
    return _("Thank you for coming. The certificate of %(name)s has the number %(number)s.")
