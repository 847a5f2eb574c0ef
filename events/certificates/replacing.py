"""A certificate with a misspelt name: what is printed stays as it is and is replaced by another one."""

from django.db import transaction
from django.utils import timezone

from events.certificates.giving import initials, next_number, send
from events.models import Attendee, Certificate


@transaction.atomic
def replace(given: Certificate, name: str) -> Certificate | None:
    """The certificate that stands in its place, under a number of its own, with a letter to who has it; None when it
    was replaced before or its name is erased. The list of participants gets the name right too."""
    year = timezone.localdate().year
    with next_number(year) as number:  # locked: a second press finds what the first one made
        given = Certificate.objects.valid().exclude(name="").filter(pk=given.pk).select_related("attendee").first()
        if given is None or given.name == name:
            return None
        Attendee.objects.filter(pk=given.attendee_id).update(name=name)
        made = Certificate.objects.create(
            event_id=given.event_id,
            attendee_id=given.attendee_id,
            replaces=given,
            year=year,
            running=number(),
            name=name,
            initials=initials(name),
            language=given.language,
        )
    send(made)
    return made
