"""A certificate with a misspelt name: what is printed stays as it is and is replaced by another one."""

from django.db import transaction

from core.certificates.numbering import initials, number_each
from events.certificates.giving import send
from events.models import Attendee, Certificate
from events.registering.locks import lock_all


@transaction.atomic
def replace(given: Certificate, name: str) -> Certificate | None:
    """The certificate that stands in its place, under a number of its own, with a letter to who has it; None when it
    was replaced before or its name is erased. The list of participants gets the name right too."""
    lock_all(given.event_id)  # a merge hands certificates over

    def still_wrong():  # asked under the lock: a second press finds what the first one made
        return Certificate.objects.valid().exclude(name__in=["", name]).filter(pk=given.pk)

    def make(wrong: Certificate, year: int, running: int) -> Certificate:
        Attendee.objects.filter(pk=wrong.attendee_id).update(name=name)
        return Certificate.objects.create(
            event_id=wrong.event_id,
            attendee_id=wrong.attendee_id,
            replaces=wrong,
            year=year,
            running=running,
            name=name,
            initials=initials(name),
            language=wrong.language,
        )

    made = number_each(still_wrong, make)
    for certificate in made:
        send(certificate)
    return made[0] if made else None
