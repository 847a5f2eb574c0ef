"""Contact data, names and answers are erased; who came from which sector and province stays to be counted."""

from contextlib import suppress

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import log

from events.dossier.letters import letters_about
from events.models import Attendee, Certificate, DoorPress, Event, EventErasure, OpinionAsked, Registration, Seat

personal_data_erased = Signal()
"""The personal data of an event are being erased, inside the transaction: who keeps more of them erases it. `event`."""

NOTHING = {
    "name": "",
    "email": "",
    "phone": "",
    "note": "",
    "organization_name": "",
    "person": None,
    "entered_by": None,
}


@transaction.atomic
def erase(pk: int) -> bool:
    """Whether anything was left to erase. Safe to run twice."""
    event = Event.objects.select_for_update(of=("self",)).get(pk=pk)
    erasure, _is_new = EventErasure.objects.get_or_create(event=event)
    if erasure.erased_at:
        return False
    now = timezone.now()
    people = Attendee.objects.filter(registration__event=event)
    Seat.objects.filter(part__event=event).update(answers={})
    DoorPress.objects.filter(seat__part__event=event).delete()
    OpinionAsked.objects.filter(attendee__in=people.values("pk")).delete()
    letters_about(event).delete()
    people.update(name="", position="")
    Certificate.objects.filter(event=event).update(name="")
    Registration.objects.filter(event=event).update(**NOTHING, erased_at=now)
    files = [sheet.file for sheet in event.signed_sheets.all()] + [made.file for made in event.dossiers.all()]
    event.signed_sheets.all().delete()
    event.dossiers.all().delete()
    personal_data_erased.send(sender=Event, event=event)
    erasure.erased_at = now
    erasure.save(update_fields=["erased_at"])
    log(event, "portal.event.erased")
    transaction.on_commit(lambda: _delete(files), robust=True)
    return True


def _delete(files) -> None:
    """A file that is gone already is no reason to stop."""
    for file in files:
        with suppress(OSError):
            file.delete(save=False)
