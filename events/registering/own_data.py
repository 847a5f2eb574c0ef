"""Registrations in the copy of own data, and what is left of them when a profile is closed."""

from django.db.models import Q
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import AnswerFile, Registration
from events.registering import seats
from events.retention.erasing import personal_data_erased
from members.own_data import Part, register
from members.signals import person_erased


def of_person(person, addresses) -> Q:
    """Sent when logged in, or from an address shown to be the person's own."""
    return Q(person=person) | Q(email__in=addresses)


@register("event-registrations")
def collect(person) -> Part:
    addresses = person.emailaddress_set.filter(verified=True).values_list("email", flat=True)
    found = Registration.objects.filter(of_person(person, list(addresses))).select_related("event")
    columns = {
        "event": _("Event"),
        "sent_at": _("Sent"),
        "organization": _("Organisation"),
        "phone": _("Phone"),
        "note": _("Note"),
        "people": _("People"),
    }
    rows, files = [], []
    for registration in found.order_by("pk").prefetch_related("attendees__seats__part", "answer_files"):
        rows.append(
            {
                "event": registration.event.title,
                "sent_at": registration.created_at,
                "organization": registration.organization_name,
                "phone": registration.phone,
                "note": registration.note,
                "people": "; ".join(_person(attendee) for attendee in registration.attendees.all()),
            }
        )
        files += [answer.file for answer in registration.answer_files.all()]
    return Part(_("Registrations for events"), columns, rows, files)


def _person(attendee) -> str:
    parts = ", ".join(f"{seat.part.name} ({seat.get_state_display()})" for seat in attendee.seats.all())
    return f"{attendee.name}: {parts}"


@receiver(person_erased)
def forget(sender, person, addresses, **kwargs) -> None:
    for registration in Registration.objects.filter(of_person(person, addresses), erased_at=None).order_by("pk"):
        erase(registration)


@receiver(personal_data_erased)
def forget_files(sender, event, **kwargs) -> None:
    AnswerFile.objects.filter(event=event).delete()


def erase(registration: Registration, everybody: bool = False) -> None:
    """Names, contacts, answers and files go; that somebody came stays as a number. A seat that is still to come is
    given back first, without a letter to an address that is no more. Colleagues on the same form keep their names and
    their seats, unless everybody is meant."""
    own_name, people = registration.name, list(registration.attendees.all())
    for field in ("name", "email", "phone", "note", "organization_name"):
        setattr(registration, field, "")
    registration.person = registration.organization = None
    registration.erased_at = timezone.now()
    registration.save()
    for attendee in people:
        if everybody or len(people) == 1 or attendee.name == own_name:
            if registration.event.ends_at > timezone.now():
                seats.cancel(registration, attendee)
            attendee.name = attendee.position = ""
            attendee.save(update_fields=["name", "position"])
        attendee.seats.update(answers={})
    registration.answer_files.all().delete()
    for merged in registration.merged.filter(erased_at=None):
        erase(merged)
