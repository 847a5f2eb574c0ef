"""What is kept about somebody's own calendar, for the copy of own data and for deleting it."""

from django.dispatch import receiver
from django.utils.translation import gettext as _

from events.models import CalendarKey
from members.own_data import Part, register
from members.signals import person_erased


@register("own-calendar")
def collect(person) -> Part:
    """The secret itself is in no copy."""
    columns = {"made": _("Made"), "used": _("Last used")}
    keys = CalendarKey.objects.filter(person=person)
    return Part(_("My calendar"), columns, [{"made": key.made_at, "used": key.used_at} for key in keys])


@receiver(person_erased)
def forget(sender, person, **kwargs):
    CalendarKey.objects.filter(person=person).delete()
