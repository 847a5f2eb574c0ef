"""Letters that went out about an event: their keys say so."""

from django.db.models import Q

from core.models import OutgoingMail
from events.models import Event, Registration

AT_ONCE = 200


def letters_about(event: Event):
    """Those of its registrations („registration:12:…“) and its own („event:7:…“, to who came; not to the editors)."""
    about = Q(key__startswith=f"event:{event.pk}:certificate:") | Q(key__startswith=f"event:{event.pk}:opinion:")
    about |= Q(key__startswith=f"event:{event.pk}:letter:")
    keys = Registration.objects.filter(event=event).values_list("pk", flat=True)
    found = list(OutgoingMail.objects.filter(about).values_list("pk", flat=True))
    keys = list(keys)
    for start in range(0, len(keys), AT_ONCE):  # a query of thousands of conditions is refused by SQLite
        any_of = Q()
        for key in keys[start : start + AT_ONCE]:
            any_of |= Q(key__startswith=f"registration:{key}:")
        found += OutgoingMail.objects.filter(any_of).values_list("pk", flat=True)
    return OutgoingMail.objects.filter(pk__in=found).order_by("created_at", "pk")
