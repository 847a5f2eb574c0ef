"""Contact data and answers are erased, then who came; from which sector and province stays to be counted."""

from django.db import transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import log

from events.dossier.letters import letters_about
from events.models import Attendee, Certificate, DoorPress, Event, EventErasure, OpinionAsked, Registration, Seat

personal_data_erased = Signal()
"""The personal data of an event are being erased, inside the transaction: who keeps more of them erases it. `event`."""

CONTACTS = {"email": "", "phone": "", "note": "", "person": None, "entered_by": None}
NAMES = {"name": "", "organization_name": ""}


@transaction.atomic
def erase_contacts(pk: int) -> bool:
    """Who came stays, by name and organisation; of everything and everybody else nothing is left. Whether anything was
    left to erase: safe to run twice."""
    event, erasure = _locked(pk)
    if erasure.contacts_erased_at:
        return False
    now = timezone.now()
    people = Attendee.objects.filter(registration__event=event)
    seats = Seat.objects.filter(part__event=event)
    certified = Certificate.objects.filter(event=event).values("attendee")
    came = people.filter(Q(pk__in=seats.who_came().values("attendee")) | Q(pk__in=certified))
    registrations = Registration.objects.filter(event=event)
    seats.update(answers={})
    DoorPress.objects.filter(seat__part__event=event).exclude(seat__attendee__in=came.values("pk")).delete()
    OpinionAsked.objects.filter(attendee__in=people.values("pk")).delete()
    letters_about(event).delete()
    _forget_who_did_not_come(people, came, registrations)
    registrations.update(**CONTACTS, erased_at=now)
    event.dossiers.all().delete()  # letters and addresses are in them; they are made anew
    personal_data_erased.send(sender=Event, event=event)
    erasure.contacts_erased_at = now
    erasure.save(update_fields=["contacts_erased_at"])
    log(event, "portal.event.contacts_erased")
    return True


@transaction.atomic
def erase(pk: int) -> bool:
    """All of it; numbers stay. Whether anything was left to erase: safe to run twice."""
    event, erasure = _locked(pk)
    if erasure.erased_at:
        return False
    erase_contacts(pk)
    DoorPress.objects.filter(seat__part__event=event).delete()
    Attendee.objects.filter(registration__event=event).update(name="", position="")
    Certificate.objects.filter(event=event).update(name="")
    Registration.objects.filter(event=event).update(**NAMES)
    event.signed_sheets.all().delete()
    event.dossiers.all().delete()
    erasure.erased_at = timezone.now()
    erasure.save(update_fields=["erased_at"])
    log(event, "portal.event.erased")
    return True


def _locked(pk: int) -> tuple[Event, EventErasure]:
    event = Event.objects.select_for_update(of=("self",)).get(pk=pk)
    return event, EventErasure.objects.get_or_create(event=event)[0]


def _forget_who_did_not_come(people, came, registrations) -> None:
    """A form on which somebody came keeps its organisation, and its name when that is the name of one who came."""
    writers = came.filter(name=F("registration__name")).values("registration")
    registrations.exclude(pk__in=came.values("registration")).update(organization_name="")
    registrations.exclude(pk__in=writers).update(name="")
    people.exclude(pk__in=came.values("pk")).update(name="", position="")
